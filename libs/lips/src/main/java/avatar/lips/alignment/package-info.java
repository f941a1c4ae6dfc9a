/** Viseme timelines of recordings: reads WAV files, aligns text and recording, plans the visemes. */
@NullMarked
package avatar.lips.alignment;

import org.jspecify.annotations.NullMarked;
