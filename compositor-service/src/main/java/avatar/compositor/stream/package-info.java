/** Live streams over HTTP: MJPEG, audio and video, snapshots; each viewer at the speed of its own line. */
@NullMarked
package avatar.compositor.stream;

import org.jspecify.annotations.NullMarked;
