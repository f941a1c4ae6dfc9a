/** Old names of renamed configuration keys. */
@NullMarked
package avatar.kit.config;

import org.jspecify.annotations.NullMarked;
