/** Opening of video and sound files from untrusted sources: which containers, codecs and protocols FFmpeg may use. */
@NullMarked
package avatar.media;

import org.jspecify.annotations.NullMarked;
