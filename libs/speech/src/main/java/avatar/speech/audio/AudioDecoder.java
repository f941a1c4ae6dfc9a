package avatar.speech.audio;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.media.MediaOpening;
import avatar.media.MediaStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Decodes sound files to samples, with FFmpeg. Container and codecs are chosen beforehand, so a file never chooses
 * which of FFmpeg's hundreds of parsers reads it, and no address in it is opened.
 */
public final class AudioDecoder {

    /** Voices have nothing above 12 kHz that a listener would miss; a higher rate only makes records larger. */
    private static final int HIGHEST_RATE_HZ = 24_000;

    private static final int LOWEST_RATE_HZ = 8_000;
    private static final int MOST_CHANNELS = 8;

    /** No stream has this number, so JavaCV opens no decoder for a cover. */
    private static final int NO_STREAM = Integer.MAX_VALUE;

    private AudioDecoder() {}

    /**
     * Decodes {@code file}, mixes its channels into one, and resamples it to at most 24 kHz.
     *
     * @param longest accepted duration; decoding stops with an error beyond it
     * @throws AvatarException {@link ErrorCode#INVALID_AUDIO}
     */
    public static PcmClip decode(byte[] file, AudioFormat format, Duration longest) {
        try (MediaOpening opening = MediaOpening.of(file, format.allowed())) {
            requireAllowed(opening.streams(), format);
            return decode(opening, longest);
        } catch (FrameGrabber.Exception e) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected sound as %s, found %d bytes that can't be decoded".formatted(format, file.length),
                    e);
        }
    }

    private static PcmClip decode(MediaOpening opening, Duration longest) throws FrameGrabber.Exception {
        try (FFmpegFrameGrabber grabber = opening.open(settings -> {
            settings.setVideoStream(NO_STREAM);
            settings.setSampleMode(FrameGrabber.SampleMode.SHORT);
        })) {
            int rate = Math.min(requireSound(grabber), HIGHEST_RATE_HZ);
            grabber.setAudioChannels(1);
            grabber.setSampleRate(rate);
            return read(grabber, rate, longest);
        }
    }

    private static void requireAllowed(List<MediaStream> streams, AudioFormat format) {
        for (MediaStream stream : streams) {
            if (stream.kind() == MediaStream.Kind.SOUND && !stream.isAllowed()) {
                throw new AvatarException(
                        ErrorCode.INVALID_AUDIO,
                        "Expected sound as %s in one of the codecs %s; found codec %s"
                                .formatted(
                                        format,
                                        String.join(", ", format.allowed().decoders()),
                                        stream.codec()));
            }
        }
    }

    private static int requireSound(FFmpegFrameGrabber grabber) {
        int rate = grabber.getSampleRate();
        int channels = grabber.getAudioChannels();
        if (rate < LOWEST_RATE_HZ || channels < 1 || channels > MOST_CHANNELS) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "Expected sound of at least %d Hz in 1 to %d channels, found %d Hz in %d"
                            .formatted(LOWEST_RATE_HZ, MOST_CHANNELS, rate, channels));
        }
        return rate;
    }

    private static PcmClip read(FFmpegFrameGrabber grabber, int rate, Duration longest) throws FrameGrabber.Exception {
        long most = longest.toMillis() * rate / 1_000;
        short[] samples = new short[rate];
        int count = 0;
        for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
            if (frame.samples == null || !(frame.samples[0] instanceof ShortBuffer sound)) {
                continue;
            }
            int more = sound.remaining();
            if (count + (long) more > most) {
                throw new AvatarException(
                        ErrorCode.INVALID_AUDIO,
                        "Expected at most %d s of sound, found more".formatted(longest.toSeconds()));
            }
            if (count + more > samples.length) {
                samples = Arrays.copyOf(samples, Math.max(count + more, 2 * samples.length));
            }
            sound.get(samples, count, more);
            count += more;
        }
        if (count == 0) {
            throw new AvatarException(ErrorCode.INVALID_AUDIO, "Expected sound, found none in the file");
        }
        ByteBuffer bytes = ByteBuffer.allocate(count * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples, 0, count);
        return new PcmClip(rate, bytes);
    }
}
