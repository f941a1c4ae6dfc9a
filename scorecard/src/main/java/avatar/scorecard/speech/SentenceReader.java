package avatar.scorecard.speech;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.viseme.TimelineRequest;
import avatar.tts.synthesis.FliteSynthesizer;
import avatar.tts.synthesis.SpokenClause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Has the sentences of the scorecard said by a voice whose phones are timed. */
public final class SentenceReader {

    /** Nothing is said after a sentence for so long. */
    public static final Duration SILENCE = Duration.ofMillis(600);

    private SentenceReader() {}

    /** The sentences of the scorecard. */
    public static List<String> sentences() {
        try (InputStream in =
                Objects.requireNonNull(SentenceReader.class.getResourceAsStream("/avatar/scorecard/sentences.txt"))) {
            return new String(in.readAllBytes(), UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Has sentences said.
     *
     * @param rate of speaking, 1 is the voice's own
     */
    public static List<SpokenSentence> read(List<String> sentences, String voiceId, double rate) {
        try (FliteSynthesizer flite = FliteSynthesizer.open()) {
            return sentences.stream()
                    .map(text -> spoken(text, flite.speak(voiceId, text, rate)))
                    .toList();
        }
    }

    private static SpokenSentence spoken(String text, SpokenClause clause) {
        return new SpokenSentence(text, new TimelineRequest(clause.duration().plus(SILENCE), clause.phonemes()));
    }
}
