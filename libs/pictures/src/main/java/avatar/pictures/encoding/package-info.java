/**
 * Films: what a channel would show and play of an utterance, as a file, as fast as it can be made. Plain Java and FFmpeg, for the
 * service and for programs that work without it.
 */
@NullMarked
package avatar.pictures.encoding;

import org.jspecify.annotations.NullMarked;
