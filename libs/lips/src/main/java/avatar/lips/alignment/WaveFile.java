package avatar.lips.alignment;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.align.Recording;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.jspecify.annotations.Nullable;

/** Reads WAV files: PCM of 8 to 32 bit, integer or float, A-law or mu-law; several channels are mixed into one. */
public final class WaveFile {

    private static final int MAX_CHANNELS = 8;

    private WaveFile() {}

    /**
     * Reads a recording.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_AUDIO} if the file is not a WAV file, too long or too short
     */
    public static Recording read(Path file) {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                AudioInputStream stored = AudioSystem.getAudioInputStream(bytes)) {
            AudioFormat format = readable(stored.getFormat());
            try (AudioInputStream audio = AudioSystem.getAudioInputStream(format, stored)) {
                return mono(audio.readNBytes(longest(format)), format);
            }
        } catch (UnsupportedAudioFileException e) {
            throw invalid("found another format", e);
        } catch (IOException | IllegalArgumentException e) {
            throw invalid(e.getMessage(), e);
        }
    }

    /** The same format with 16 bit, signed, little-endian. */
    private static AudioFormat readable(AudioFormat stored) {
        float rate = stored.getSampleRate();
        int channels = stored.getChannels();
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw invalid("found %d channels, at most %d are supported".formatted(channels, MAX_CHANNELS), null);
        }
        return new AudioFormat(rate, Short.SIZE, channels, true, false);
    }

    /** The bytes to read: one second more than is accepted, so that too long a recording is recognised. */
    private static int longest(AudioFormat format) {
        double seconds = Recording.LONGEST.toSeconds() + 1;
        return (int) Math.min(Integer.MAX_VALUE - 8.0, seconds * format.getFrameRate() * format.getFrameSize());
    }

    /** The mean of the channels. */
    private static Recording mono(byte[] bytes, AudioFormat format) {
        ByteBuffer audio = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int channels = format.getChannels();
        int samples = bytes.length / Short.BYTES / channels;
        for (int i = 0; i < samples && channels > 1; i++) {
            int sum = 0;
            for (int channel = 0; channel < channels; channel++) {
                sum += audio.getShort((i * channels + channel) * Short.BYTES);
            }
            // In place: the overwritten bytes have been read.
            audio.putShort(i * Short.BYTES, (short) (sum / channels));
        }
        return new Recording(Math.round(format.getSampleRate()), audio.slice(0, samples * Short.BYTES));
    }

    private static AvatarException invalid(@Nullable String found, @Nullable Exception cause) {
        return new AvatarException(ErrorCode.INVALID_AUDIO, "Expected a WAV file: " + found, cause);
    }
}
