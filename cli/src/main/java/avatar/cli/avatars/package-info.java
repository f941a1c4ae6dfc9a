/** Which avatars there are. */
@NullMarked
package avatar.cli.avatars;

import org.jspecify.annotations.NullMarked;
