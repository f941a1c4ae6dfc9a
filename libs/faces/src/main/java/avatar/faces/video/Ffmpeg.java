package avatar.faces.video;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

/** FFmpeg as this process wants it: without words of its own on stderr, since what fails is said by an exception. */
final class Ffmpeg {

    /** What a base video may be packed in. Playlists are not among them: they would name other files, and addresses. */
    static final String CONTAINERS = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,flv,ogg,asf,gif";

    private Ffmpeg() {}

    static void quiet() {
        av_log_set_level(AV_LOG_QUIET);
    }
}
