/** Reads pictures out of video and picture files, bends, morphs and cuts them, and writes videos; nothing native shows outside. */
@NullMarked
package avatar.faces.video;

import org.jspecify.annotations.NullMarked;
