/** Live channels: the frame clock, the queue of utterances, and the frames and sound for viewers. */
@NullMarked
package avatar.pictures.playback;

import org.jspecify.annotations.NullMarked;
