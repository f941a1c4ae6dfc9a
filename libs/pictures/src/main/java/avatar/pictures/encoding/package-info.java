/**
 * Renders: video files (MP4, WebM) of an utterance as a channel would show and play it, written as fast as the
 * machine allows. Plain Java and FFmpeg, for the service and for programs that work without it.
 */
@NullMarked
package avatar.pictures.encoding;

import org.jspecify.annotations.NullMarked;
