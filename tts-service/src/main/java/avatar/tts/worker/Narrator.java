package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechRequest;
import avatar.tts.speech.SpeechRules;
import avatar.tts.synthesis.Prosody;
import avatar.tts.synthesis.SpokenClause;
import avatar.tts.text.ClauseSplitter;
import avatar.tts.text.Passage;
import avatar.tts.voices.UtteranceVoice;
import avatar.tts.voices.Voices;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads a request aloud: knows its clauses, and how long the pauses between them are. */
@Singleton
final class Narrator {

    /** The ear needs no more before a word, and the mouth is ready in that time. */
    private static final Duration PAUSE_BEFORE = Duration.ofMillis(40);

    private static final Duration PAUSE_AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(260);

    private final SpeechRules rules;
    private final Voices voices;

    Narrator(SpeechRules rules, Voices voices) {
        this.rules = rules;
        this.voices = voices;
    }

    /**
     * What is said one after another; at least one clause.
     *
     * @throws AvatarException if the request can't be spoken
     */
    List<Clause> clausesOf(SpeechRequest request) {
        List<Clause> clauses = new ArrayList<>();
        for (Passage passage : rules.speakable(request)) {
            Prosody prosody =
                    new Prosody(bounded(request.rate() * passage.rate()), bounded(request.pitch() * passage.pitch()));
            ClauseSplitter.split(passage.text(), clauses.isEmpty()).stream()
                    .filter(text -> voices.canSpeak(request.voice(), text))
                    .map(text -> new Clause(text, prosody, Duration.ZERO))
                    .forEach(clauses::add);
            if (!clauses.isEmpty()) {
                clauses.add(clauses.removeLast().followedBy(passage.pauseAfter()));
            }
        }
        return clauses;
    }

    /**
     * Who reads a request: the voice it names, or another one once that can't.
     *
     * @param onChange as {@link UtteranceVoice} has it
     */
    UtteranceVoice voiceOf(SpeechRequest request, Consumer<String> onChange) {
        return new UtteranceVoice(voices, request.voice(), onChange);
    }

    /** The sound of a clause. */
    SpokenClause read(Clause clause, UtteranceVoice voice) {
        Duration pauseAfter = ClauseSplitter.endsSentence(clause.text()) ? PAUSE_AFTER_SENTENCE : PAUSE_AFTER_CLAUSE;
        return voice.speak(clause.text(), clause.prosody())
                .withPausesUpTo(PAUSE_BEFORE, pauseAfter)
                .followedBy(clause.silence());
    }

    private static double bounded(double factor) {
        return Math.clamp(factor, Prosody.LEAST, Prosody.MOST);
    }

    /**
     * A clause of a request.
     *
     * @param silence that was asked for after it
     */
    record Clause(String text, Prosody prosody, Duration silence) {

        Clause followedBy(Duration more) {
            return new Clause(text, prosody, silence.plus(more));
        }
    }
}
