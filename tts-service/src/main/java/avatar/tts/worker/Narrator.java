package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechRequest;
import avatar.tts.speech.SpeechRules;
import avatar.tts.synthesis.SpokenClause;
import avatar.tts.synthesis.Voices;
import avatar.tts.text.ClauseSplitter;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Reads a request aloud: knows its clauses, how long the pauses between them are, and how large a segment may be. */
@Singleton
final class Narrator {

    /** The ear needs no more before a word, and the mouth is ready in that time. */
    private static final Duration PAUSE_BEFORE = Duration.ofMillis(40);

    private static final Duration PAUSE_AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(260);

    /** Half of what Kafka takes as a record, so that the timeline fits in too: 16 s of 16 kHz. */
    private static final int LARGEST_AUDIO_BYTES = 512 * 1024;

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
    List<String> clausesOf(SpeechRequest request) {
        String text = rules.speakable(request.text(), request.voice(), request.rate());
        return ClauseSplitter.split(text).stream()
                .filter(clause -> voices.canSpeak(request.voice(), clause))
                .toList();
    }

    /** The sound of a clause, in more than one piece only if it is too long for one segment. */
    List<SpokenClause> read(String clause, SpeechRequest request) {
        Duration pauseAfter = ClauseSplitter.endsSentence(clause) ? PAUSE_AFTER_SENTENCE : PAUSE_AFTER_CLAUSE;
        return voices.speak(request.voice(), clause, request.rate())
                .withPausesUpTo(PAUSE_BEFORE, pauseAfter)
                .pieces(LARGEST_AUDIO_BYTES);
    }
}
