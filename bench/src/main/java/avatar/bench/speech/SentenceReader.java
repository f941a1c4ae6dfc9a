package avatar.bench.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.bench.command.BenchException;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.espeak.EspeakVoice;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.speech.TimedSpeech;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Speaks texts with a local voice that reports the times of its phones. */
public final class SentenceReader implements AutoCloseable {

    private static final String FLITE = "flite-";
    private static final String ESPEAK = "espeak-";

    private final Flite flite = Flite.open();
    private final String voice;
    private final double rate;

    /**
     * A reader with a voice.
     *
     * @param voice the id of the voice in the API: {@code flite-slt}, {@code espeak-en-us}
     * @param rate of speaking, 1 is the voice's own
     */
    public SentenceReader(String voice, double rate) {
        this.voice = voice;
        this.rate = rate;
    }

    /** A hundred sentences of mixed text, written for this project. */
    public static List<String> sentences() {
        try (InputStream in =
                Objects.requireNonNull(SentenceReader.class.getResourceAsStream("/avatar/bench/sentences.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Speaks a text.
     *
     * @throws BenchException if there is no such voice
     */
    public TimedSpeech say(String text) {
        if (voice.startsWith(ESPEAK)) {
            return Espeak.shared().speak(espeakVoice(), text, rate, 1);
        }
        return flite.speak(fliteVoice(), text, rate);
    }

    @Override
    public void close() {
        flite.close();
    }

    private FliteVoice fliteVoice() {
        return Arrays.stream(FliteVoice.values())
                .filter(known -> voice.equals(FLITE + known.label()))
                .findFirst()
                .orElseThrow(this::unknown);
    }

    private EspeakVoice espeakVoice() {
        return Espeak.shared().voice(voice.substring(ESPEAK.length())).orElseThrow(this::unknown);
    }

    private BenchException unknown() {
        return new BenchException(
                "Found no local voice '%s'; expected one like flite-slt or espeak-en-us; './avatar voices' lists them"
                        .formatted(voice));
    }
}
