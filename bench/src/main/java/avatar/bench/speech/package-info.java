/** Sentences spoken by a local voice, with the times of their sounds. */
@NullMarked
package avatar.bench.speech;

import org.jspecify.annotations.NullMarked;
