package avatar.phonetics.align;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.speech.TimedSpeech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds when each phoneme and word of a text is heard in a recording of it, by synthesis: local voices speak the same
 * text, and their phonemes, whose times are known, are searched for in the recording (Malfrere and Dutoit 1997).
 * Thread-safe.
 */
public final class Aligner {

    /**
     * The cost that a path may have above the best one at the same time; a larger value does not improve the result.
     */
    private static final double BEAM = 80;

    private static final double WIDE_BEAM = 500;

    /** The slowest and the fastest speech relative to the references. */
    private static final double SLOWEST = 5;

    private static final double FASTEST = 0.2;

    /** Stops and affricates, ARPAbet and IPA; not {@code dh} and {@code th}. */
    private static final Pattern STOP = Pattern.compile("/?(?:[pbkgcɟqɢʔʈɖ]|[td](?!h)|jh)");

    private final References references;

    public Aligner(Flite flite, Espeak espeak) {
        this.references = new References(flite, espeak);
    }

    /**
     * Aligns a text with its recording.
     *
     * @param language BCP 47; English is aligned with flite's voices if they are installed, everything else with
     *     espeak-ng's
     * @param words known times of words; may be empty, or differ from the text
     * @throws AvatarException {@link ErrorCode#INVALID_TEXT}, {@link ErrorCode#TEXT_TOO_LONG}, {@link
     *     ErrorCode#INVALID_AUDIO} if the recording can't be that of the text, {@link ErrorCode#UNKNOWN_VOICE} if no
     *     local voice speaks the language, {@link ErrorCode#SYNTHESIS_FAILED}
     */
    public Alignment align(String text, String language, Recording recording, List<Word> words, Effort effort) {
        Cepstra heard = new Cepstra(Resampler.resample(recording.samples(), recording.sampleRateHz()));
        if (heard.loudness().isInaudible()) {
            throw new AvatarException(ErrorCode.INVALID_AUDIO, "Expected speech, found silence");
        }
        List<Reference> voices = references.speak(text, language, effort);
        Reference first = voices.getFirst();
        Script script = Script.of(voices, scale(voices, heard), new WordAnchors(first.words(), words));
        List<Stretch> stretches = ShortPauses.absorbed(
                search(script, heard), sound -> isStop(first.sounds().get(sound).symbol()));
        return new Alignment(phonemes(stretches, first, recording), timedWords(stretches, first));
    }

    private static double scale(List<Reference> voices, Cepstra heard) {
        double expected = voices.stream()
                        .flatMap(reference -> reference.sounds().stream())
                        .mapToDouble(sound -> sound.end() - sound.start())
                        .sum()
                / voices.size();
        int spoken = heard.loudness().speechFrames();
        double scale = spoken / expected;
        if (scale > SLOWEST || scale < FASTEST) {
            throw new AvatarException(
                    ErrorCode.INVALID_AUDIO,
                    "The text takes about %.1f s to speak, but the recording has %.1f s of speech"
                            .formatted(seconds(expected), seconds(spoken)));
        }
        return scale;
    }

    private static List<Stretch> search(Script script, Cepstra heard) {
        Optional<List<Stretch>> found = PathSearch.search(script, heard, BEAM);
        if (found.isEmpty()) {
            found = PathSearch.search(script, heard, WIDE_BEAM);
        }
        return found.orElseThrow(() -> new AvatarException(
                ErrorCode.INVALID_AUDIO,
                "The text was not found in the recording; check that the recording is of this text"));
    }

    private static List<Phoneme> phonemes(List<Stretch> stretches, Reference reference, Recording recording) {
        List<Phoneme> phonemes = new ArrayList<>();
        Duration end = recording.duration();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean isLast = i + 1 == stretches.size();
            String symbol = stretch.isPause()
                    ? TimedSpeech.PAUSE
                    : reference.sounds().get(stretch.sound()).symbol();
            Duration from = earlier(Frames.time(stretch.start()), end);
            Duration to = isLast ? end : earlier(Frames.time(stretch.end()), end);
            phonemes.add(new Phoneme(symbol, from, to));
        }
        return phonemes;
    }

    private static List<Word> timedWords(List<Stretch> stretches, Reference reference) {
        List<Word> words = new ArrayList<>();
        int last = -1;
        for (Stretch stretch : stretches) {
            if (stretch.isPause()) {
                continue;
            }
            int word = reference.sounds().get(stretch.sound()).word();
            if (word >= reference.words().size()) {
                continue;
            }
            Duration start = word == last ? words.removeLast().start() : Frames.time(stretch.start());
            words.add(new Word(reference.words().get(word), start, Frames.time(stretch.end())));
            last = word;
        }
        return words;
    }

    private static boolean isStop(String symbol) {
        return STOP.matcher(symbol).lookingAt();
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static double seconds(double frames) {
        return frames * Frames.time(1).toNanos() / 1e9;
    }
}
