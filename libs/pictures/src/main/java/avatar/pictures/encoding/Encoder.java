package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** An encoder of FFmpeg, on one thread, and its stream in a file. */
final class Encoder implements AutoCloseable {

    private final String name;
    private final AVFormatContext file;
    private final AVStream stream;
    private final AVCodecContext context;
    private final AVPacket packet;

    private Encoder(String name, AVFormatContext file, AVStream stream, AVCodecContext context) {
        this.name = name;
        this.file = file;
        this.stream = stream;
        this.context = context;
        this.packet = Ffmpeg.requirePresent(av_packet_alloc(), name);
    }

    /**
     * Opens an encoder as a new stream of a file.
     *
     * @param settings describes the pictures or samples
     */
    static Encoder open(AVFormatContext file, Codec codec, Consumer<AVCodecContext> settings) {
        String name = codec.encoder();
        AVCodec encoder = Ffmpeg.requirePresent(avcodec_find_encoder_by_name(name), name);
        AVStream stream = Ffmpeg.requirePresent(avformat_new_stream(file, null), name);
        AVCodecContext context = Ffmpeg.requirePresent(avcodec_alloc_context3(encoder), name);
        try {
            settings.accept(context);
            context.thread_count(1);
            if ((file.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
                context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
            }
            start(name, encoder, context, codec);
            Ffmpeg.check(avcodec_parameters_from_context(stream.codecpar(), context), name);
            stream.time_base(context.time_base());
            return new Encoder(name, file, stream, context);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    private static void start(String name, AVCodec encoder, AVCodecContext context, Codec codec) {
        AVDictionary options = Ffmpeg.dictionary(codec.options());
        try {
            Ffmpeg.check(avcodec_open2(context, encoder, options), name);
            Ffmpeg.requireTaken(options, name);
        } finally {
            av_dict_free(options);
        }
    }

    AVCodecContext context() {
        return context;
    }

    AVStream stream() {
        return stream;
    }

    /** Encodes a picture or samples, and writes the packets that result. */
    void encode(AVFrame frame) {
        send(frame);
    }

    /** Writes the packets that the encoder still holds. */
    void finish() {
        send(null);
    }

    private void send(@Nullable AVFrame frame) {
        Ffmpeg.check(avcodec_send_frame(context, frame), name);
        int result = avcodec_receive_packet(context, packet);
        while (result >= 0) {
            av_packet_rescale_ts(packet, context.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            Ffmpeg.check(av_interleaved_write_frame(file, packet), "The file can't be written");
            result = avcodec_receive_packet(context, packet);
        }
        if (result != AVERROR_EAGAIN() && result != AVERROR_EOF()) {
            Ffmpeg.check(result, name);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
