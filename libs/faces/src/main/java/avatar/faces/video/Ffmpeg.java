package avatar.faces.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/** FFmpeg's settings for this process: it prints nothing on standard error, since failures are exceptions. */
final class Ffmpeg {

    /** The accepted containers. Playlists are not among them: they name other files and addresses. */
    static final String CONTAINERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,flv,ogg,asf,gif";

    private Ffmpeg() {}

    static void quiet() {
        av_log_set_level(AV_LOG_QUIET);
    }
}
