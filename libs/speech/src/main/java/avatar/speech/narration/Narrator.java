package avatar.speech.narration;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.Passage;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.viseme.SpokenTimeline;
import avatar.speech.audio.PcmClip;
import avatar.speech.recording.Recordings;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.SpokenClause.Script;
import avatar.speech.voices.UtteranceVoice;
import avatar.speech.voices.Voices;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads requests aloud: text → passages → clauses → sound → timeline. A {@link Narration} turns them into segments,
 * one clause at a time. Thread-safe.
 */
public final class Narrator {

    /**
     * One recording at a time: each takes tens of megabytes here and a core for its alignment, which also has to serve
     * clauses of other requests.
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
     * Starts the narration of a request.
     *
     * @param onVoiceChange called with a sentence about the new voice and the reason when another voice takes over
     * @throws AvatarException if the request can't be spoken
     */
    public Narration narrate(SpeechRequest request, Consumer<String> onVoiceChange) {
        AtomicBoolean isClosed = new AtomicBoolean();
        List<Supplier<NarratedClause>> clauses =
                request.isRecorded() ? List.of(() -> recorded(request, isClosed)) : spoken(request, onVoiceChange);
        return new Narration(request, clauses, isClosed);
    }

    private List<Supplier<NarratedClause>> spoken(SpeechRequest request, Consumer<String> onVoiceChange) {
        List<Passage> passages = request.passages().isEmpty() ? rules.speakable(request) : request.passages();
        Prosody prosody = new Prosody(request.rate(), request.pitch());
        UtteranceVoice voice = new UtteranceVoice(voices, request.voice(), onVoiceChange);
        return Clause.of(passages, prosody, text -> voices.canSpeak(request.voice(), text)).stream()
                .<Supplier<NarratedClause>>map(clause -> () -> narrated(clause, voice))
                .toList();
    }

    private NarratedClause narrated(Clause clause, UtteranceVoice voice) {
        SpokenClause sound = clause.spokenBy(voice);
        return NarratedClause.of(clause.text(), voice.id(), sound, timelineOf(sound));
    }

    private NarratedClause recorded(SpeechRequest request, AtomicBoolean isClosed) {
        recordingTurn.acquireUninterruptibly();
        try {
            if (isClosed.get()) {
                throw new CancellationException("The narration was closed before its recording was processed");
            }
            SpokenClause sound = soundOf(request);
            return NarratedClause.of(request.text(), request.voice(), sound, timelineOf(sound));
        } finally {
            recordingTurn.release();
        }
    }

    private SpokenClause soundOf(SpeechRequest request) {
        String language = Objects.requireNonNullElseGet(request.language(), voices::defaultLanguage);
        String text = rules.recordable(request.text(), language);
        byte[] file = new byte[request.recording().remaining()];
        request.recording().get(file);
        PcmClip sound = recordings.soundOf(file);
        return SpokenClause.untimed(sound.sampleRateHz(), sound.samples(), List.of(), new Script(text, language));
    }

    private SpokenTimeline timelineOf(SpokenClause sound) {
        try {
            return timelines.timelineOf(sound).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
