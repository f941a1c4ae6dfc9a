/** Viseme timelines over HTTP: of timed phonemes, or of a text and its recording. */
@NullMarked
package avatar.viseme.timelines;

import org.jspecify.annotations.NullMarked;
