package avatar.tts.worker;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechRequest;
import avatar.tts.audio.PcmClip;
import avatar.tts.recording.Recordings;
import avatar.tts.speech.SpeechRules;
import avatar.tts.synthesis.Prosody;
import avatar.tts.synthesis.SpokenClause;
import avatar.tts.synthesis.SpokenClause.Script;
import avatar.tts.text.ClauseSplitter;
import avatar.tts.text.Passage;
import avatar.tts.voices.UtteranceVoice;
import avatar.tts.voices.Voices;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reads a request aloud: knows its clauses, and how long the pauses between them are. */
@Singleton
final class Narrator {

    /** The ear needs no more before a word, and the mouth is ready in that time. */
    private static final Duration PAUSE_BEFORE = Duration.ofMillis(40);

    /** Lips that are shut anyway need no time to get ready, and their sound begins with as good as silence. */
    private static final Duration PAUSE_BEFORE_SHUT_LIPS = Duration.ofMillis(10);

    private static final Duration PAUSE_AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(260);

    private final SpeechRules rules;
    private final Voices voices;
    private final Recordings recordings;

    Narrator(SpeechRules rules, Voices voices, Recordings recordings) {
        this.rules = rules;
        this.voices = voices;
        this.recordings = recordings;
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

    /**
     * The sound of a request that was recorded.
     *
     * @throws AvatarException if the recording can't be used, or not with this text
     */
    SpokenClause recorded(SpeechRequest request) {
        String language = Objects.requireNonNullElseGet(request.language(), voices::defaultLanguage);
        String text = rules.recordable(request.text(), language);
        byte[] file = new byte[request.recording().remaining()];
        request.recording().get(file);
        PcmClip sound = recordings.soundOf(file);
        return SpokenClause.untimed(sound.sampleRateHz(), sound.samples(), new Script(text, language, List.of()));
    }

    /** The sound of a clause. */
    SpokenClause read(Clause clause, UtteranceVoice voice) {
        Duration pauseAfter = ClauseSplitter.endsSentence(clause.text()) ? PAUSE_AFTER_SENTENCE : PAUSE_AFTER_CLAUSE;
        SpokenClause spoken = voice.speak(clause.text(), clause.prosody());
        Duration pauseBefore = spoken.startsWithShutLips() ? PAUSE_BEFORE_SHUT_LIPS : PAUSE_BEFORE;
        return spoken.withPausesUpTo(pauseBefore, pauseAfter).followedBy(clause.silence());
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
