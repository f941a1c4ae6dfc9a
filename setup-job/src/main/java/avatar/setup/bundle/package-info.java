/** Makes the bundle of an avatar, complete or not at all. */
@NullMarked
package avatar.setup.bundle;

import org.jspecify.annotations.NullMarked;
