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
 * @param silence requested after it, beyond the usual pause
 */
record Clause(String text, Prosody prosody, Duration silence) {

    /** Enough for the ear before a word, and for the mouth to get ready. */
    private static final Duration PAUSE_BEFORE = Duration.ofMillis(40);

    /** Lips that are shut already need no time to get ready, and their sound begins nearly silent. */
    private static final Duration PAUSE_BEFORE_SHUT_LIPS = Duration.ofMillis(10);

    private static final Duration PAUSE_AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(260);

    /**
     * The clauses of passages, in order.
     *
     * @param prosody of the whole request; each passage's factors apply to it
     * @param canSpeak whether the voice has a sound for any of a text; others are left out, but for their silence
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

    /** The sound of the clause in that voice, pauses included. */
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
