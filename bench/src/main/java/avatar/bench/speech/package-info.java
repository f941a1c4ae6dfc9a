/** Sentences, and what a voice says of them when. */
@NullMarked
package avatar.bench.speech;

import org.jspecify.annotations.NullMarked;
