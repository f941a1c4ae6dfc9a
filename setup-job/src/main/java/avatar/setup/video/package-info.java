/** Reads pictures out of video and picture files, bends, morphs and cuts them, and writes videos; nothing native shows outside. */
@NullMarked
package avatar.setup.video;

import org.jspecify.annotations.NullMarked;
