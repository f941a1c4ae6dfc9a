/** Reads, warps, morphs and writes videos and pictures by FFmpeg and OpenCV, whose types stay inside this package. */
@NullMarked
package avatar.faces.video;

import org.jspecify.annotations.NullMarked;
