/** The command that lists the voices, and why some of them can't speak. */
@NullMarked
package avatar.cli.voices;

import org.jspecify.annotations.NullMarked;
