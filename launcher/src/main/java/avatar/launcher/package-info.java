/** The system on one machine, without Docker: the command line behind the script {@code avatar}. */
@NullMarked
package avatar.launcher;

import org.jspecify.annotations.NullMarked;
