package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;

/** The pictures of a render while it is written. */
final class PictureTrack implements AutoCloseable {

    /** Finds every rate that is in use, 30000/1001 included. */
    private static final int LARGEST_TERM = 1_001_000;

    /** Players begin at key frames; each of these is a small jolt in the picture. */
    private static final int SECONDS_BETWEEN_KEY_FRAMES = 5;

    private final Encoder encoder;
    private final JpegPlanes planes;
    private long written;

    PictureTrack(
            AVFormatContext file, RenderFormat format, RenderSettings.Size from, RenderSettings.Size to, double fps) {
        this.encoder = Encoder.open(file, Codec.ofPictures(format), context -> describe(context, to, fps));
        try {
            this.planes = new JpegPlanes(from, to);
        } catch (RuntimeException e) {
            encoder.close();
            throw e;
        }
        encoder.stream().avg_frame_rate(encoder.context().framerate());
    }

    /** BT.601 as the JPEGs have it, but in the range that every player knows. */
    private static void describe(AVCodecContext context, RenderSettings.Size size, double fps) {
        AVRational rate = av_d2q(fps, LARGEST_TERM);
        context.width(size.width());
        context.height(size.height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.framerate(rate);
        context.time_base(av_inv_q(rate));
        context.gop_size((int) Math.ceil(fps * SECONDS_BETWEEN_KEY_FRAMES));
        context.max_b_frames(0);
        context.colorspace(AVCOL_SPC_SMPTE170M);
        context.color_primaries(AVCOL_PRI_SMPTE170M);
        context.color_trc(AVCOL_TRC_SMPTE170M);
        context.color_range(AVCOL_RANGE_MPEG);
    }

    void write(ByteBuffer jpeg) {
        AVFrame picture = planes.of(jpeg);
        picture.pts(written++);
        encoder.encode(picture);
    }

    void finish() {
        encoder.finish();
    }

    @Override
    public void close() {
        planes.close();
        encoder.close();
    }
}
