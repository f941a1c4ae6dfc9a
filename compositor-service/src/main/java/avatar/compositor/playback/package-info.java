/** A channel: which frame it shows when, and which utterance speaks on it. */
@NullMarked
package avatar.compositor.playback;

import org.jspecify.annotations.NullMarked;
