package avatar.tts.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ShortBuffer;
import java.time.Duration;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;

/** Sound files made for tests: half silence, half a tone of 200 Hz. */
public final class SoundFiles {

    private SoundFiles() {}

    /** What the read-aloud service sends: MP3, mono, 24 kHz, 48 kbit/s. */
    public static byte[] mp3(Duration length) {
        return encoded("mp3", avcodec.AV_CODEC_ID_MP3, 24_000, 1, length);
    }

    public static byte[] ogg(int sampleRateHz, Duration length) {
        return encoded("ogg", avcodec.AV_CODEC_ID_VORBIS, sampleRateHz, 2, length);
    }

    public static byte[] wav(int sampleRateHz, int channels, Duration length) {
        return encoded("wav", avcodec.AV_CODEC_ID_PCM_S16LE, sampleRateHz, channels, length);
    }

    private static byte[] encoded(String format, int codec, int sampleRateHz, int channels, Duration length) {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file, channels)) {
            recorder.setFormat(format);
            recorder.setAudioCodec(codec);
            recorder.setSampleRate(sampleRateHz);
            recorder.setAudioBitrate(48_000);
            recorder.start();
            recorder.recordSamples(sampleRateHz, channels, tone(sampleRateHz, channels, length));
        } catch (FrameRecorder.Exception e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    private static ShortBuffer tone(int sampleRateHz, int channels, Duration length) {
        int count = (int) (length.toMillis() * sampleRateHz / 1_000);
        short[] samples = new short[count * channels];
        for (int i = count / 2; i < count; i++) {
            for (int channel = 0; channel < channels; channel++) {
                samples[i * channels + channel] = (short) (8_000 * Math.sin(2 * Math.PI * 200 * i / sampleRateHz));
            }
        }
        return ShortBuffer.wrap(samples);
    }
}
