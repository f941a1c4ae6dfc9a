/** Visemes (mouth shapes), timed phonemes and words, and viseme timelines with their lip movements. */
@NullMarked
package avatar.contract.viseme;

import org.jspecify.annotations.NullMarked;
