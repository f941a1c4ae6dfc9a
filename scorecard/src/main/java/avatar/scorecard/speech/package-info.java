/** Sentences, and what a voice says of them when. */
@NullMarked
package avatar.scorecard.speech;

import org.jspecify.annotations.NullMarked;
