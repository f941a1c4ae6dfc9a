/** Viseme timelines over HTTP, for timed phonemes or for a text and its recording. */
@NullMarked
package avatar.viseme.timelines;

import org.jspecify.annotations.NullMarked;
