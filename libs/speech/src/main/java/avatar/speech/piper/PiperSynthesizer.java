package avatar.speech.piper;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.speech.OwnerThread;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import avatar.speech.text.SpeakableText;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Neural voices in Piper's format on ONNX Runtime. They report no times of their phonemes. One thread speaks: a
 * network uses all the cores it is given, so clauses are finished sooner one after another than all at once.
 */
public final class PiperSynthesizer implements SpeechSynthesizer, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PiperSynthesizer.class.getName());

    /** A clause takes a second or two; closing does not wait longer for a model that hangs. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The maximum length of a sentence: three times as long as the longest takes at the slowest rate. */
    private static final int MOST_SECONDS = 180;

    private static final int SHORTEST_MS = 50;

    private final Map<String, PiperVoice> voices;
    private final Phonemizer phonemizer;
    private final LoadedModels models;
    private final OwnerThread owner = new OwnerThread("piper", TIMEOUT);
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();

    private PiperSynthesizer(Map<String, PiperVoice> voices, Phonemizer phonemizer, int threads) {
        this.voices = voices;
        this.phonemizer = phonemizer;
        this.models = new LoadedModels(threads);
    }

    /** Reads the folder; models are loaded when their voice first speaks. */
    public static PiperSynthesizer open(PiperSettings settings, Espeak espeak) {
        return open(settings, new EspeakPhonemizer(espeak));
    }

    static PiperSynthesizer open(PiperSettings settings, Phonemizer phonemizer) {
        return new PiperSynthesizer(VoiceFolder.read(settings.folder(), phonemizer), phonemizer, settings.threads());
    }

    @Override
    public List<Voice> voices() {
        return voices.values().stream().map(PiperVoice::description).toList();
    }

    @Override
    public Optional<Voice> voice(String id) {
        return Optional.ofNullable(voices.get(id)).map(PiperVoice::description);
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return SpeakableText.hasSpeech(text);
    }

    @Override
    public SpokenClause speak(String voiceId, String text, Prosody prosody) {
        PiperVoice voice = voices.get(voiceId);
        if (voice == null) {
            throw new IllegalArgumentException("Unknown Piper voice '%s'".formatted(voiceId));
        }
        VoiceParameters settings = voice.settings();
        if (settings == null) {
            throw new AvatarException(
                    ErrorCode.SERVICE_UNAVAILABLE,
                    String.valueOf(voice.description().reason()));
        }
        List<long[]> sentences = sentences(voiceId, settings, text);
        int rateHz = settings.sampleRateHz();
        if (sentences.isEmpty()) {
            ByteBuffer silence = ByteBuffer.allocate(SHORTEST_MS * rateHz / 1_000 * Short.BYTES);
            return new SpokenClause(rateHz, silence, List.of());
        }
        Scales scales = settings.scales().at(prosody.rate());
        List<float[]> sounds = new ArrayList<>();
        for (long[] sentence : sentences) {
            sounds.add(owner.call(() -> model(voice).speak(sentence, scales, MOST_SECONDS * rateHz)));
        }
        return SpokenClause.untimed(
                rateHz,
                Pcm.of(sounds),
                List.of(),
                new SpokenClause.Script(text, voice.description().language()));
    }

    /** The phoneme ids of each sentence. */
    private List<long[]> sentences(String voiceId, VoiceParameters settings, String text) {
        return Sentences.of(phonemizer.phonemes(settings.espeakVoice(), text)).stream()
                .map(sentence -> settings.ids().of(sentence, phoneme -> leftOut(voiceId, phoneme)))
                .filter(ids -> ids.length > 0)
                .toList();
    }

    private void leftOut(String voiceId, int phoneme) {
        if (unknown.add(voiceId + phoneme)) {
            LOG.log(
                    Level.WARNING,
                    "Phoneme unknown to the voice, left out voice=%s phoneme=U+%04X".formatted(voiceId, phoneme));
        }
    }

    private VoiceModel model(PiperVoice voice) {
        try {
            return models.get(voice.model());
        } catch (IllegalArgumentException e) {
            throw new AvatarException(ErrorCode.SERVICE_UNAVAILABLE, e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            owner.call(() -> {
                models.close();
                return true;
            });
        } catch (AvatarException e) {
            LOG.log(
                    Level.WARNING,
                    "Piper's models stay loaded until the process ends error=%s".formatted(e.getMessage()));
        } finally {
            owner.close();
        }
    }
}
