package avatar.speech.edge;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Word;
import avatar.speech.audio.AudioDecoder;
import avatar.speech.audio.AudioFormat;
import avatar.speech.audio.PcmClip;
import avatar.speech.edge.EdgeFailure.Kind;
import avatar.speech.edge.EdgeVoices.Listed;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import avatar.speech.text.SpeakableText;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Microsoft's neural voices. The text of every clause they speak is sent to Microsoft, with the name of the voice, its
 * rate and its pitch, and nothing else.
 */
public final class EdgeSynthesizer implements SpeechSynthesizer, AutoCloseable {

    /** The default voice. */
    public static final String DEFAULT_VOICE = "en-US-JennyNeural";

    private static final Duration LONGEST_CLAUSE = Duration.ofMinutes(5);

    private final EdgeClient client;
    private final EdgeVoices voices = new EdgeVoices();
    private final Reachability reachability;

    private EdgeSynthesizer(EdgeClient client, EdgeSettings settings) {
        this.client = client;
        this.reachability =
                new Reachability(() -> voices.update(client.voices()), settings.retryAfter(), settings.voicesMaxAge());
    }

    /**
     * Checks in the background whether the service is reachable; until it is, the voices are reported as unavailable.
     */
    public static EdgeSynthesizer open(EdgeSettings settings, InstantSource clock) {
        EdgeSynthesizer edge = new EdgeSynthesizer(new EdgeClient(settings, clock), settings);
        edge.reachability.watch();
        return edge;
    }

    @Override
    public List<Voice> voices() {
        String reason = reason();
        return StreamSupport.stream(voices.all(DEFAULT_VOICE).spliterator(), false)
                .map(voice -> voice.described(reason))
                .toList();
    }

    @Override
    public Optional<Voice> voice(String id) {
        return voices.find(id).map(voice -> voice.described(reason()));
    }

    @Override
    public boolean isRemote() {
        return true;
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return SpeakableText.hasSpeech(text);
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        Listed voice = voices.find(voiceId)
                .orElseThrow(() -> new AvatarException(
                        ErrorCode.UNKNOWN_VOICE,
                        "The read-aloud service has no voice '%s'; it lists its voices at /api/v1/voices"
                                .formatted(voiceId)));
        String reason = reason();
        if (reason != null) {
            throw new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, reason);
        }
        try {
            EdgeSpeech speech = client.speak(EdgeRequests.ssml(voice.id(), voice.language(), text, prosody));
            SpokenClause clause = clause(speech, text, voice.language());
            reachability.spoke();
            return clause;
        } catch (EdgeFailure e) {
            throw failed(e);
        } catch (AvatarException e) {
            throw failed(new EdgeFailure(Kind.BROKEN, "it sent sound that can't be decoded", e));
        }
    }

    @Override
    public void close() {
        reachability.close();
        client.close();
    }

    private AvatarException failed(EdgeFailure failure) {
        if (failure.kind() == Kind.NO_SOUND || failure.kind() == Kind.REJECTED) {
            return new AvatarException(ErrorCode.SYNTHESIS_FAILED, failure.getMessage(), failure);
        }
        reachability.lost(String.valueOf(failure.getMessage()));
        return new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, failure.getMessage(), failure);
    }

    private static SpokenClause clause(EdgeSpeech speech, String text, String language) {
        PcmClip clip = AudioDecoder.decode(speech.mp3(), AudioFormat.MP3, LONGEST_CLAUSE);
        List<Word> words = speech.words().stream()
                .filter(word -> word.end().compareTo(clip.duration()) <= 0)
                .toList();
        return SpokenClause.untimed(
                clip.sampleRateHz(), clip.samples(), words, new SpokenClause.Script(text, language));
    }

    private @Nullable String reason() {
        String reason = reachability.reason();
        return reason == null ? null : "Microsoft's read-aloud service can't be used: " + reason;
    }
}
