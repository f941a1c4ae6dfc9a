/** The command line, run by the script {@code avatar}: say, render, voices, avatars. */
@NullMarked
package avatar.cli;

import org.jspecify.annotations.NullMarked;
