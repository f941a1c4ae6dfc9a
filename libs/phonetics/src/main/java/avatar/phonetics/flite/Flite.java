package avatar.phonetics.flite;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.flite.FliteLibrary.NativeSpeech;
import avatar.phonetics.flite.FliteLibrary.NativeVoice;
import avatar.phonetics.flite.FliteLibrary.Phone;
import avatar.phonetics.flite.FliteLibrary.SpokenWord;
import avatar.phonetics.speech.OwnerThread;
import avatar.phonetics.speech.TimedSpeech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * English speech synthesis with flite 2.2, a system library (Debian: {@code libflite1}), which reports the time of
 * every phone (ARPAbet in lower case) and word. Thread-safe; one thread owns the library.
 */
public final class Flite implements AutoCloseable {

    /** The maximum length of a text, in characters: minutes of speech, some seconds of work. */
    public static final int MAX_CHARACTERS = 20_000;

    /** Enough for the longest text on a machine ten times slower than two cores of 2020. */
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private static final int SAMPLE_RATE_HZ = 16_000;

    private final OwnerThread owner = new OwnerThread("flite", TIMEOUT);
    private final Map<FliteVoice, NativeVoice> loaded = new EnumMap<>(FliteVoice.class);
    private final Map<FliteVoice, String> missing = new EnumMap<>(FliteVoice.class);
    private @Nullable FliteLibrary library;

    private Flite() {}

    /** Loads the library and the voices that are installed. */
    public static Flite open() {
        Flite flite = new Flite();
        flite.owner.call(() -> {
            flite.load();
            return true;
        });
        return flite;
    }

    /** The reason why the voice can't speak, with what to install; empty if it can. */
    public Optional<String> missing(FliteVoice voice) {
        return Optional.ofNullable(missing.get(voice));
    }

    /** Whether flite can pronounce anything in {@code text}. */
    public static boolean canSpeak(String text) {
        return AsciiText.hasSpeech(text);
    }

    /**
     * Speaks {@code text}; characters without an ASCII form are ignored.
     *
     * @param rate 1.0 is the voice's own speed, 2.0 twice as fast
     * @throws AvatarException {@link ErrorCode#SYNTHESIS_FAILED} if the voice is missing or fails, {@link
     *     ErrorCode#TEXT_TOO_LONG} beyond {@link #MAX_CHARACTERS}
     */
    public TimedSpeech speak(FliteVoice voice, String text, double rate) {
        NativeVoice nativeVoice = loaded.get(voice);
        FliteLibrary flite = library;
        if (nativeVoice == null || flite == null) {
            throw new AvatarException(ErrorCode.SYNTHESIS_FAILED, missing.getOrDefault(voice, "flite is closed"));
        }
        String ascii = AsciiText.of(text);
        if (ascii.length() > MAX_CHARACTERS) {
            throw new AvatarException(
                    ErrorCode.TEXT_TOO_LONG,
                    "flite speaks at most %d characters at once, found %d".formatted(MAX_CHARACTERS, ascii.length()));
        }
        return timedSpeech(owner.call(() -> flite.speak(nativeVoice, ascii, rate)));
    }

    @Override
    public void close() {
        owner.close();
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

    private static TimedSpeech timedSpeech(NativeSpeech speech) {
        if (!speech.audio().hasRemaining()) {
            return new TimedSpeech(SAMPLE_RATE_HZ, speech.audio(), List.of(), List.of());
        }
        int samples = speech.audio().remaining() / Short.BYTES;
        Duration duration = TimedSpeech.timeOf(samples, speech.sampleRateHz());
        return new TimedSpeech(
                speech.sampleRateHz(),
                speech.audio(),
                phonemes(speech.phones(), duration),
                words(speech.words(), duration));
    }

    /**
     * The phones, each from the end of the previous one; the last is made to end with the audio, where flite is off by
     * some ms.
     */
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

    /** The words of one token joined: "$5" is spoken as two words and written as one. */
    private static List<Word> words(List<SpokenWord> spoken, Duration duration) {
        List<Word> words = new ArrayList<>();
        long token = 0;
        for (SpokenWord word : spoken) {
            Duration start = clamp(word.startSeconds(), Duration.ZERO, duration);
            Duration end = clamp(word.endSeconds(), start, duration);
            if (!words.isEmpty() && word.token() == token) {
                Word begun = words.removeLast();
                words.add(new Word(begun.text(), begun.start(), end));
            } else {
                words.add(new Word(word.text(), start, end));
            }
            token = word.token();
        }
        return words;
    }

    private static Duration clamp(float seconds, Duration start, Duration end) {
        Duration time = Duration.ofNanos(Math.round(seconds * 1e9));
        if (time.compareTo(start) < 0) {
            return start;
        }
        return time.compareTo(end) < 0 ? time : end;
    }
}
