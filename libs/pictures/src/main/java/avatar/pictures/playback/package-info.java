/** A channel: which frame it shows when, and which utterance speaks on it. */
@NullMarked
package avatar.pictures.playback;

import org.jspecify.annotations.NullMarked;
