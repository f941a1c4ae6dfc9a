package avatar.compositor.archive;

import avatar.contract.speech.SpeechSegment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** The sound of segments as one WAV file: mono, 16 bit, resampled to the rate of the first segment. */
final class WaveFile {

    private static final int SAMPLE_BITS = 16;

    private WaveFile() {}

    static byte[] of(List<SpeechSegment> segments) {
        AudioFormat format = format(segments.getFirst().sampleRateHz());
        ByteArrayOutputStream sound = new ByteArrayOutputStream();
        for (SpeechSegment segment : segments) {
            sound.writeBytes(soundAt(format, segment));
        }
        byte[] samples = sound.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream(samples.length + 64);
        try (AudioInputStream audio = stream(samples, format)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] soundAt(AudioFormat format, SpeechSegment segment) {
        byte[] samples = new byte[segment.audio().remaining()];
        segment.audio().get(samples);
        AudioFormat own = format(segment.sampleRateHz());
        if (own.matches(format)) {
            return samples;
        }
        try (AudioInputStream audio = AudioSystem.getAudioInputStream(format, stream(samples, own))) {
            return audio.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AudioInputStream stream(byte[] samples, AudioFormat format) {
        return new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / Short.BYTES);
    }

    private static AudioFormat format(int sampleRateHz) {
        return new AudioFormat(sampleRateHz, SAMPLE_BITS, 1, true, false);
    }
}
