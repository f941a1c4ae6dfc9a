/** The command that lists the avatars. */
@NullMarked
package avatar.cli.avatars;

import org.jspecify.annotations.NullMarked;
