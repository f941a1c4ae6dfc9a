/** Configuration keys that were renamed. */
@NullMarked
package avatar.kit.config;

import org.jspecify.annotations.NullMarked;
