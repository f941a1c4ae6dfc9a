/** Makes an avatar's bundle, whole or not at all. */
@NullMarked
package avatar.setup.bundle;

import org.jspecify.annotations.NullMarked;
