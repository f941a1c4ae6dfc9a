package avatar.speech.narration;

import avatar.contract.speech.Passage;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.text.ClauseSplitter;
import avatar.speech.voices.UtteranceVoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A clause to speak, with the pauses around it.
 *
 * @param silence requested after it, in addition to the usual pause
 */
record Clause(String text, Prosody prosody, Duration silence) {

    /** Enough for the mouth to open before the first sound. */
    private static final Duration PAUSE_BEFORE = Duration.ofMillis(40);

    /** For a first sound with shut lips: they need no time to open, and such a sound begins nearly silent. */
    private static final Duration PAUSE_BEFORE_SHUT_LIPS = Duration.ofMillis(10);

    private static final Duration PAUSE_AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(260);

    /**
     * Splits passages into clauses, in order.
     *
     * @param prosody of the whole request, multiplied by each passage's factors
     * @param canSpeak whether the voice can pronounce anything in a text; other clauses are left out, except for their
     *     silence
     */
    static List<Clause> of(List<Passage> passages, Prosody prosody, Predicate<String> canSpeak) {
        List<Clause> clauses = new ArrayList<>();
        for (Passage passage : passages) {
            Prosody own = prosody.times(passage.rate(), passage.pitch());
            ClauseSplitter.split(passage.text(), clauses.isEmpty()).stream()
                    .filter(canSpeak)
                    .map(text -> new Clause(text, own, Duration.ZERO))
                    .forEach(clauses::add);
            if (!clauses.isEmpty()) {
                clauses.add(clauses.removeLast().followedBy(passage.pauseAfter()));
            }
        }
        return clauses;
    }

    /** Synthesizes the clause with the voice, pauses included. */
    SpokenClause spokenBy(UtteranceVoice voice) {
        Duration pauseAfter = ClauseSplitter.endsSentence(text) ? PAUSE_AFTER_SENTENCE : PAUSE_AFTER_CLAUSE;
        SpokenClause spoken = voice.speak(text, prosody);
        Duration pauseBefore = spoken.startsWithShutLips() ? PAUSE_BEFORE_SHUT_LIPS : PAUSE_BEFORE;
        return spoken.withPausesUpTo(pauseBefore, pauseAfter).followedBy(silence);
    }

    private Clause followedBy(Duration more) {
        return new Clause(text, prosody, silence.plus(more));
    }
}
