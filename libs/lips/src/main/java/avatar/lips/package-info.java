/** Viseme timelines: planning from timed phonemes, alignment of recordings. */
@NullMarked
package avatar.lips;

import org.jspecify.annotations.NullMarked;
