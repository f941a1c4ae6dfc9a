/** Frames of a speaking avatar: JPEGs, avatars in memory, composition, playback, video files. */
@NullMarked
package avatar.pictures;

import org.jspecify.annotations.NullMarked;
