/** Reads pictures out of video files and writes them back into one, with nothing of the codecs showing outside. */
@NullMarked
package avatar.setup.video;

import org.jspecify.annotations.NullMarked;
