package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Mono sound at another rate, in pieces that follow each other without a seam. */
final class Resampler implements AutoCloseable {

    private final int sampleRateHz;
    private final SwrContext context = new SwrContext(null);

    Resampler(int sampleRateHz, int toHz) {
        this.sampleRateHz = sampleRateHz;
        try (AVChannelLayout mono = new AVChannelLayout()) {
            av_channel_layout_default(mono, 1);
            Ffmpeg.check(
                    swr_alloc_set_opts2(
                            context, mono, AV_SAMPLE_FMT_FLT, toHz, mono, AV_SAMPLE_FMT_S16, sampleRateHz, 0, (Pointer)
                                    null),
                    "swresample");
            Ffmpeg.check(swr_init(context), "swresample");
        }
    }

    int sampleRateHz() {
        return sampleRateHz;
    }

    /** Resamples a piece, as far as that is possible without the next one; signed 16 bit, little-endian. */
    float[] resampled(ByteBuffer pcm) {
        byte[] bytes = new byte[pcm.remaining()];
        pcm.duplicate().get(bytes);
        try (BytePointer in = new BytePointer(bytes)) {
            return converted(in, bytes.length / Short.BYTES);
        }
    }

    /** The samples that were held back. */
    float[] remaining() {
        return converted(null, 0);
    }

    private float[] converted(@Nullable BytePointer in, int count) {
        int most = Ffmpeg.check(swr_get_out_samples(context, count), "swresample");
        try (FloatPointer out = new FloatPointer(Math.max(1, most));
                PointerPointer<FloatPointer> outs = pointingTo(out);
                PointerPointer<BytePointer> ins = in == null ? null : pointingTo(in)) {
            float[] samples = new float[Ffmpeg.check(swr_convert(context, outs, most, ins, count), "swresample")];
            out.get(samples);
            return samples;
        }
    }

    /** Not by the constructor, which would take the samples themselves for pointers. */
    private static <P extends Pointer> PointerPointer<P> pointingTo(P samples) {
        return new PointerPointer<P>(1).put(0, samples);
    }

    @Override
    public void close() {
        swr_free(context);
    }
}
