/** Saying a text: on a running system, through the machine's own speaker, or into a file. */
@NullMarked
package avatar.cli.say;

import org.jspecify.annotations.NullMarked;
