/** Which voices there are, and why one can't speak. */
@NullMarked
package avatar.cli.voices;

import org.jspecify.annotations.NullMarked;
