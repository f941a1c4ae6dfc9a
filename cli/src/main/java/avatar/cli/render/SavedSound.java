package avatar.cli.render;

import avatar.cli.command.CliException;
import avatar.cli.command.Interruption;
import avatar.cli.local.LocalVoices;
import avatar.cli.options.SpeechOptions;
import avatar.contract.speech.SpeechSegment;
import avatar.speech.audio.PcmClip;
import avatar.speech.narration.Narration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Saves the sound of a text as a WAV file: mono, 16 bit, at the sample rate of the first voice that speaks. */
public final class SavedSound {

    private static final int BITS = 16;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Consumer<String> onVoiceChange;

    public SavedSound(Consumer<String> onVoiceChange) {
        this.onVoiceChange = onVoiceChange;
    }

    /**
     * Saves the sound; Ctrl-C stops it.
     *
     * @param piperFolder of Piper's voices
     * @return duration of the sound in seconds
     */
    public double save(String text, SpeechOptions speech, Path piperFolder, Path target) {
        try (LocalVoices voices = LocalVoices.open(piperFolder);
                Narration narration = voices.say(text, speech, onVoiceChange);
                Interruption _ = Interruption.by(narration::close)) {
            PcmClip sound = sound(narration);
            SavedFile.write(target, file -> Files.write(file, sound.toWav()));
            return sound.duration().toNanos() / NANOS_PER_SECOND;
        } catch (CancellationException e) {
            throw new CliException("Stopped; nothing was written", e);
        }
    }

    /** Collects the sound in memory: the longest text takes some ten minutes, thirty megabytes. */
    private static PcmClip sound(Narration narration) {
        ByteArrayOutputStream samples = new ByteArrayOutputStream();
        SpeechSegment segment = narration.next();
        int rateHz = segment.sampleRateHz();
        samples.writeBytes(samples(segment, rateHz));
        while (narration.hasNext()) {
            samples.writeBytes(samples(narration.next(), rateHz));
        }
        return new PcmClip(rateHz, ByteBuffer.wrap(samples.toByteArray()));
    }

    /** The samples at {@code rateHz}, resampled where another voice with another rate took over. */
    private static byte[] samples(SpeechSegment segment, int rateHz) {
        byte[] samples = new byte[segment.audio().remaining()];
        segment.audio().get(samples);
        if (segment.sampleRateHz() == rateHz) {
            return samples;
        }
        AudioFormat from = format(segment.sampleRateHz());
        try (AudioInputStream own =
                        new AudioInputStream(new ByteArrayInputStream(samples), from, samples.length / Short.BYTES);
                AudioInputStream wanted = AudioSystem.getAudioInputStream(format(rateHz), own)) {
            return wanted.readAllBytes();
        } catch (IOException e) {
            throw new CliException("The sound can't be resampled to %d Hz: %s".formatted(rateHz, e), e);
        }
    }

    private static AudioFormat format(int rateHz) {
        return new AudioFormat(rateHz, BITS, 1, true, false);
    }
}
