package avatar.pictures.encoding;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/** The sound of a render while it is written: one channel, each sample at its place, silence between. */
final class SoundTrack implements AutoCloseable {

    /** A rate that every player and both encoders support. */
    private static final int RATE_HZ = 48_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Encoder encoder;
    private final AVFrame frame = av_frame_alloc();
    private final float[] samples;
    private @Nullable Resampler resampler;
    private int filled;
    private long encoded;

    SoundTrack(AVFormatContext file, RenderFormat format) {
        // Samples of one channel are the same, planar or not.
        int sampleFormat = format == RenderFormat.MP4 ? AV_SAMPLE_FMT_FLTP : AV_SAMPLE_FMT_FLT;
        this.encoder = Encoder.open(file, Codec.ofSound(format), context -> describe(context, sampleFormat));
        this.samples = new float[encoder.context().frame_size()];
        try {
            frame.nb_samples(samples.length);
            frame.format(sampleFormat);
            frame.sample_rate(RATE_HZ);
            av_channel_layout_default(frame.ch_layout(), 1);
            Ffmpeg.check(av_frame_get_buffer(frame, 0), "Samples");
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void describe(AVCodecContext context, int sampleFormat) {
        context.sample_fmt(sampleFormat);
        context.sample_rate(RATE_HZ);
        context.time_base(av_make_q(1, RATE_HZ));
        av_channel_layout_default(context.ch_layout(), 1);
    }

    /**
     * Adds sound.
     *
     * @param at when its first sample is heard, not before the end of what was added before
     * @param pcm mono, signed 16 bit, little-endian
     */
    void add(Duration at, int sampleRateHz, ByteBuffer pcm) {
        Resampler known = resampler;
        if (known == null || known.sampleRateHz() != sampleRateHz) {
            endSound();
            known = new Resampler(sampleRateHz, RATE_HZ);
            resampler = known;
            silenceUntil(at);
        }
        put(known.resampled(pcm));
    }

    /** Ends the sound, and makes the track that long. */
    void finish(Duration length) {
        endSound();
        silenceUntil(length);
        if (filled > 0) {
            encode(filled);
        }
        encoder.finish();
    }

    private void endSound() {
        if (resampler != null) {
            put(resampler.remaining());
            resampler.close();
            resampler = null;
        }
    }

    private void silenceUntil(Duration time) {
        long missing = Math.round((double) time.toNanos() * RATE_HZ / NANOS_PER_SECOND) - encoded - filled;
        for (long sample = 0; sample < missing; sample++) {
            put(0);
        }
    }

    private void put(float[] sound) {
        for (float sample : sound) {
            put(sample);
        }
    }

    private void put(float sample) {
        samples[filled++] = sample;
        if (filled == samples.length) {
            encode(filled);
        }
    }

    private void encode(int count) {
        frame.nb_samples(samples.length);
        Ffmpeg.check(av_frame_make_writable(frame), "Samples");
        try (FloatPointer data = new FloatPointer(frame.data(0))) {
            data.put(samples, 0, count);
        }
        frame.nb_samples(count);
        frame.pts(encoded);
        encoder.encode(frame);
        encoded += count;
        filled = 0;
    }

    @Override
    public void close() {
        if (resampler != null) {
            resampler.close();
        }
        av_frame_free(frame);
        encoder.close();
    }
}
