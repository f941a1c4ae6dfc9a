package avatar.speech.narration;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.SpeechRequest;
import avatar.speech.audio.PcmClip;
import avatar.speech.recording.Recordings;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.SpokenClause.Script;
import avatar.speech.text.ClauseSplitter;
import avatar.speech.text.Passage;
import avatar.speech.voices.UtteranceVoice;
import avatar.speech.voices.Voices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads requests aloud: knows their clauses, and how long the pauses between them are. Anyone may call it. */
public final class Narrator {

    /** The ear needs no more before a word, and the mouth is ready in that time. */
    private static final Duration PAUSE_BEFORE = Duration.ofMillis(40);

    /** Lips that are shut anyway need no time to get ready, and their sound begins with as good as silence. */
    private static final Duration PAUSE_BEFORE_SHUT_LIPS = Duration.ofMillis(10);

    private static final Duration PAUSE_AFTER_CLAUSE = Duration.ofMillis(120);
    private static final Duration PAUSE_AFTER_SENTENCE = Duration.ofMillis(260);

    /**
     * One recording at a time: each takes tens of megabytes here and a core of viseme-service, which has to serve the clauses of
     * others meanwhile.
     */
    private final Semaphore recordingTurn = new Semaphore(1, true);

    private final SpeechRules rules;
    private final Voices voices;
    private final Recordings recordings;
    private final TimelineSource timelines;

    public Narrator(SpeechRules rules, Voices voices, Recordings recordings, TimelineSource timelines) {
        this.rules = rules;
        this.voices = voices;
        this.recordings = recordings;
        this.timelines = timelines;
    }

    /**
     * Begins to read a request.
     *
     * @param onVoiceChange is told, in a sentence for people, that another voice speaks, and why
     * @throws AvatarException if the request can't be spoken
     */
    public Narration narrate(SpeechRequest request, Consumer<String> onVoiceChange) {
        AtomicBoolean isClosed = new AtomicBoolean();
        List<Supplier<Said>> work =
                request.isRecorded() ? List.of(() -> played(request, isClosed)) : spoken(request, onVoiceChange);
        return new Narration(request, work, isClosed);
    }

    private List<Supplier<Said>> spoken(SpeechRequest request, Consumer<String> onVoiceChange) {
        List<Clause> clauses = clausesOf(request);
        UtteranceVoice voice = new UtteranceVoice(voices, request.voice(), onVoiceChange);
        List<Supplier<Said>> work = new ArrayList<>();
        for (Clause clause : clauses) {
            boolean isLast = work.size() == clauses.size() - 1;
            work.add(() -> said(clause, voice, isLast));
        }
        return work;
    }

    private Said said(Clause clause, UtteranceVoice voice, boolean isLast) {
        SpokenClause sound = read(clause, voice);
        return Said.of(
                clause.text(), voice.id(), sound, timelines.timelineOf(sound).join(), isLast);
    }

    private Said played(SpeechRequest request, AtomicBoolean isClosed) {
        recordingTurn.acquireUninterruptibly();
        try {
            if (isClosed.get()) {
                throw new CancellationException("Nobody waits for the recording any more");
            }
            SpokenClause sound = recorded(request);
            return Said.of(
                    request.text(),
                    request.voice(),
                    sound,
                    timelines.timelineOf(sound).join(),
                    true);
        } finally {
            recordingTurn.release();
        }
    }

    /** What is said one after another; at least one clause. */
    private List<Clause> clausesOf(SpeechRequest request) {
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

    private SpokenClause recorded(SpeechRequest request) {
        String language = Objects.requireNonNullElseGet(request.language(), voices::defaultLanguage);
        String text = rules.recordable(request.text(), language);
        byte[] file = new byte[request.recording().remaining()];
        request.recording().get(file);
        PcmClip sound = recordings.soundOf(file);
        return SpokenClause.untimed(sound.sampleRateHz(), sound.samples(), List.of(), new Script(text, language));
    }

    /** The sound of a clause. */
    private static SpokenClause read(Clause clause, UtteranceVoice voice) {
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
    private record Clause(String text, Prosody prosody, Duration silence) {

        Clause followedBy(Duration more) {
            return new Clause(text, prosody, silence.plus(more));
        }
    }
}
