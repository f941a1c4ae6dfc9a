package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * Decodes JPEGs to the planes that encoders of video read: brightness and colours stay apart, as they are in both;
 * only the size and the range of the numbers change.
 */
final class JpegPlanes implements AutoCloseable {

    private static final int ONE = 1 << 16;

    private final RenderSettings.Size from;
    private final RenderSettings.Size to;
    private final AVCodecContext decoder;
    private final AVPacket packet = av_packet_alloc();
    private final AVFrame decoded = av_frame_alloc();
    private final AVFrame picture = av_frame_alloc();
    private @Nullable SwsContext scaler;
    private BytePointer bytes = new BytePointer(1 << 18);

    /**
     * For pictures of one size.
     *
     * @param from their size; of an odd one the last row or column is left out
     * @param to even
     */
    JpegPlanes(RenderSettings.Size from, RenderSettings.Size to) {
        this.from = new RenderSettings.Size(from.width() & ~1, from.height() & ~1);
        this.to = to;
        AVCodec codec = Ffmpeg.requirePresent(avcodec_find_decoder(AV_CODEC_ID_MJPEG), "mjpeg");
        this.decoder = Ffmpeg.requirePresent(avcodec_alloc_context3(codec), "mjpeg");
        try {
            decoder.thread_count(1);
            Ffmpeg.check(avcodec_open2(decoder, codec, (AVDictionary) null), "mjpeg");
            picture.width(to.width());
            picture.height(to.height());
            picture.format(AV_PIX_FMT_YUV420P);
            picture.color_range(AVCOL_RANGE_MPEG);
            Ffmpeg.check(av_frame_get_buffer(picture, 0), "A picture of %d x %d".formatted(to.width(), to.height()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Decodes a picture; it is valid until the next call. */
    AVFrame of(ByteBuffer jpeg) {
        decode(jpeg.duplicate());
        Ffmpeg.check(av_frame_make_writable(picture), "A picture");
        SwsContext context = scaler();
        Ffmpeg.check(
                sws_scale(
                        context,
                        decoded.data(),
                        decoded.linesize(),
                        0,
                        from.height(),
                        picture.data(),
                        picture.linesize()),
                "A picture can't be scaled");
        return picture;
    }

    private void decode(ByteBuffer jpeg) {
        int length = jpeg.remaining();
        if (bytes.capacity() < length + AV_INPUT_BUFFER_PADDING_SIZE) {
            bytes.close();
            bytes = new BytePointer(2L * length + AV_INPUT_BUFFER_PADDING_SIZE);
        }
        bytes.position(0).limit(bytes.capacity()).asByteBuffer().put(jpeg).put(new byte[AV_INPUT_BUFFER_PADDING_SIZE]);
        packet.data(bytes);
        packet.size(length);
        Ffmpeg.check(avcodec_send_packet(decoder, packet), "A frame can't be decoded");
        Ffmpeg.check(avcodec_receive_frame(decoder, decoded), "A frame can't be decoded");
    }

    private SwsContext scaler() {
        SwsContext known = scaler;
        if (known == null) {
            known = Ffmpeg.requirePresent(
                    sws_getCachedContext(
                            null,
                            from.width(),
                            from.height(),
                            decoded.format(),
                            to.width(),
                            to.height(),
                            AV_PIX_FMT_YUV420P,
                            SWS_AREA | SWS_ACCURATE_RND,
                            (SwsFilter) null,
                            (SwsFilter) null,
                            (DoublePointer) null),
                    "swscale");
            IntPointer bt601 = sws_getCoefficients(SWS_CS_ITU601);
            // From all of 0..255, as JPEGs are, to 16..235.
            Ffmpeg.check(sws_setColorspaceDetails(known, bt601, 1, bt601, 0, 0, ONE, ONE), "swscale");
            scaler = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (scaler != null) {
            sws_freeContext(scaler);
        }
        av_frame_free(picture);
        av_frame_free(decoded);
        packet.data(null);
        packet.size(0);
        av_packet_free(packet);
        avcodec_free_context(decoder);
        bytes.close();
    }
}
