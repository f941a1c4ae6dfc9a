package avatar.tts.synthesis;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Phoneme;
import avatar.tts.synthesis.FliteLibrary.NativeSpeech;
import avatar.tts.synthesis.FliteLibrary.NativeVoice;
import avatar.tts.synthesis.FliteLibrary.Phone;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * English through flite 2.2, a library of the system (Debian: {@code libflite1}). Where it is missing the voices are
 * listed with what to install.
 *
 * <p>One thread of its own owns the library: flite promises nothing to two, and a virtual thread that waits for it keeps
 * no carrier busy.
 */
public final class FliteSynthesizer implements SpeechSynthesizer, AutoCloseable {

    /** Shown in place of a text that makes no sound at all. */
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private static final int SAMPLE_RATE_HZ = 16_000;

    private final ExecutorService owner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("flite").factory());

    private final Map<FliteVoice, NativeVoice> loaded = new EnumMap<>(FliteVoice.class);
    private final Map<FliteVoice, String> missing = new EnumMap<>(FliteVoice.class);
    private @Nullable FliteLibrary library;

    private FliteSynthesizer() {}

    /** Loads what of flite is on this machine. */
    public static FliteSynthesizer open() {
        FliteSynthesizer synthesizer = new FliteSynthesizer();
        synthesizer.onOwner(() -> {
            synthesizer.load();
            return true;
        });
        return synthesizer;
    }

    @Override
    public List<Voice> voices() {
        return Arrays.stream(FliteVoice.values())
                .map(voice -> voice.described(missing.get(voice)))
                .toList();
    }

    @Override
    public boolean canSpeak(String voiceId, String text) {
        return AsciiText.hasSpeech(text);
    }

    @Override
    public SpokenClause speak(String voiceId, String text, double rate) {
        FliteVoice voice = FliteVoice.of(voiceId);
        NativeVoice nativeVoice = loaded.get(voice);
        FliteLibrary flite = library;
        if (nativeVoice == null || flite == null) {
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, missing.getOrDefault(voice, "flite is closed"));
        }
        return spokenClause(onOwner(() -> flite.speak(nativeVoice, AsciiText.of(text), rate)));
    }

    @Override
    public void close() {
        owner.shutdownNow();
    }

    private void load() {
        for (FliteVoice voice : FliteVoice.values()) {
            try {
                FliteLibrary flite = library == null ? new FliteLibrary() : library;
                library = flite;
                loaded.put(voice, flite.load(voice));
            } catch (IllegalArgumentException | IllegalCallerException e) {
                missing.put(
                        voice,
                        "%s can't be loaded (%s); on Debian and Ubuntu it is in package libflite1"
                                .formatted(voice.library(), e.getMessage()));
            }
        }
    }

    private static SpokenClause spokenClause(NativeSpeech speech) {
        if (!speech.audio().hasRemaining()) {
            int samples = (int) (SHORTEST.toMillis() * SAMPLE_RATE_HZ / 1_000);
            return new SpokenClause(SAMPLE_RATE_HZ, ByteBuffer.allocate(samples * Short.BYTES), List.of());
        }
        int samples = speech.audio().remaining() / Short.BYTES;
        Duration duration = SpeechSegment.durationOf(samples, speech.sampleRateHz());
        return new SpokenClause(speech.sampleRateHz(), speech.audio(), phonemes(speech.phones(), duration));
    }

    /** Every phone from the end of the one before it; the last ends with the audio, where flite is off by some ms. */
    private static List<Phoneme> phonemes(List<Phone> phones, Duration duration) {
        List<Phoneme> phonemes = new ArrayList<>();
        Duration start = Duration.ZERO;
        for (Phone phone : phones) {
            boolean isLast = phonemes.size() == phones.size() - 1;
            Duration end = isLast ? duration : clamp(phone.endSeconds(), start, duration);
            phonemes.add(new Phoneme(phone.name(), start, end));
            start = end;
        }
        return phonemes;
    }

    private static Duration clamp(float seconds, Duration start, Duration end) {
        Duration time = Duration.ofNanos(Math.round(seconds * 1e9));
        if (time.compareTo(start) < 0) {
            return start;
        }
        return time.compareTo(end) < 0 ? time : end;
    }

    private <T> T onOwner(Callable<T> work) {
        try {
            return owner.submit(work).get();
        } catch (ExecutionException e) {
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, "flite failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, "flite was not waited for: interrupted", e);
        }
    }
}
