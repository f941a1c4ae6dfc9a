package avatar.cli.say;

import avatar.cli.command.CliException;
import avatar.cli.command.Interruption;
import avatar.cli.local.DataOption;
import avatar.cli.local.LocalVoices;
import avatar.cli.options.SpeechOptions;
import avatar.contract.speech.SpeechSegment;
import avatar.speech.narration.Narration;
import java.io.PrintWriter;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** Speaks a text through this machine's speaker, with a voice of this process. */
final class Speaker {

    private static final int BITS = 16;

    private final PrintWriter err;

    /**
     * A speaker.
     *
     * @param err receives a line when another voice takes over
     */
    Speaker(PrintWriter err) {
        this.err = err;
    }

    /** Speaks, and returns when the sound has been played. */
    void say(String text, SpeechOptions speech, DataOption data) {
        requireDevice();
        try (LocalVoices voices = LocalVoices.open(data.voices());
                Narration narration =
                        voices.say(text, speech, change -> err.println("avatar: voice changed: " + change));
                Interruption _ = Interruption.by(narration::close)) {
            play(narration);
        }
    }

    private static void requireDevice() {
        // The rate of most voices; a device that plays it plays the others.
        int anyRateHz = 22_050;
        try (SourceDataLine _ = line(anyRateHz)) {
            // It exists.
        }
    }

    private static void play(Narration narration) {
        SpeechSegment segment = narration.next();
        while (true) {
            int rateHz = segment.sampleRateHz();
            try (SourceDataLine line = line(rateHz)) {
                line.start();
                while (segment.sampleRateHz() == rateHz) {
                    byte[] samples = new byte[segment.audio().remaining()];
                    segment.audio().get(samples);
                    line.write(samples, 0, samples.length);
                    if (!narration.hasNext()) {
                        line.drain();
                        return;
                    }
                    segment = narration.next();
                }
                line.drain();
            }
        }
    }

    private static SourceDataLine line(int rateHz) {
        try {
            AudioFormat format = new AudioFormat(rateHz, BITS, 1, true, false);
            SourceDataLine line = AudioSystem.getSourceDataLine(format);
            line.open(format);
            return line;
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException e) {
            throw new CliException(
                    "Found no running system and no speaker; './avatar up' starts a system, --save FILE writes a file",
                    e);
        }
    }
}
