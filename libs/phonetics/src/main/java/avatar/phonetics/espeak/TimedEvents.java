package avatar.phonetics.espeak;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.phonetics.espeak.Synthesis.Event;
import avatar.phonetics.espeak.Synthesis.PhonemeStart;
import avatar.phonetics.espeak.Synthesis.WordStart;
import avatar.phonetics.sound.Ipa;
import avatar.phonetics.speech.TimedSpeech;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Converts espeak-ng's events, which have start samples only, to phonemes and words with start and end times. */
final class TimedEvents {

    /** The longest closure of a stop to search for, in ms; at normal speed closures take 35 to 50. */
    private static final int LONGEST_CLOSURE = 50;

    /** The largest amplitude in what espeak-ng writes as silence. */
    private static final int SILENT = 2;

    private static final int NONE = -1;

    private static final double FIRST_PART = 0.6;

    private static final Pattern VOICELESS_STOP = Pattern.compile("[ptkcqʈʔ]");

    private final Synthesis synthesis;
    private final int sampleRateHz;
    private final String text;
    private final ShortBuffer samples;

    TimedEvents(Synthesis synthesis, int sampleRateHz, String text) {
        this.synthesis = synthesis;
        this.sampleRateHz = sampleRateHz;
        this.text = text;
        this.samples = synthesis.pcm().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    }

    TimedSpeech speech() {
        List<Phoneme> phonemes = phonemes();
        return new TimedSpeech(sampleRateHz, synthesis.pcm(), phonemes, words(phonemes));
    }

    private List<Phoneme> phonemes() {
        List<Phoneme> phonemes = new ArrayList<>();
        int covered = 0;
        int wordStart = NONE;
        String symbol = TimedSpeech.PAUSE;
        for (Event event : synthesis.events()) {
            if (event instanceof PhonemeStart start && !isMark(start)) {
                int from = Math.max(covered, onset(start, wordStart));
                appendParts(symbol, covered, from, phonemes);
                covered = from;
                symbol = symbol(start);
                wordStart = NONE;
            } else if (event instanceof WordStart start) {
                wordStart = start.sample();
            }
        }
        appendParts(symbol, covered, samples.limit(), phonemes);
        return phonemes;
    }

    /**
     * The start of a phoneme. The event of a voiceless stop is at its burst, but the lips shut before; the event of a
     * word's first phoneme is some ms after the word's own.
     *
     * @param wordStart start of the word of which this is the first phoneme; {@link #NONE} for any other phoneme
     */
    private int onset(PhonemeStart start, int wordStart) {
        int sample = Math.min(start.sample(), samples.limit());
        int earliest = sample - LONGEST_CLOSURE * sampleRateHz / 1_000;
        if (symbol(start).equals(TimedSpeech.PAUSE)) {
            return sample;
        }
        if (wordStart != NONE && wordStart >= earliest && wordStart <= sample) {
            return wordStart;
        }
        return VOICELESS_STOP.matcher(start.ipa()).lookingAt() ? silenceBefore(sample, earliest) : sample;
    }

    private int silenceBefore(int end, int earliest) {
        int sample = end;
        while (sample > Math.max(0, earliest) && Math.abs(samples.get(sample - 1)) <= SILENT) {
            sample--;
        }
        return sample;
    }

    /** Splits a diphthong: the first sound gets three fifths of the time, each further one three fifths of the rest. */
    private void appendParts(String symbol, int from, int to, List<Phoneme> phonemes) {
        if (symbol.equals(TimedSpeech.PAUSE)) {
            append(symbol, from, to, phonemes);
            return;
        }
        List<String> parts = Ipa.split(symbol);
        int start = from;
        for (int i = 0; i < parts.size(); i++) {
            int end = i + 1 < parts.size() ? start + (int) (FIRST_PART * (to - start)) : to;
            append("/" + parts.get(i) + "/", start, end, phonemes);
            start = end;
        }
    }

    private void append(String symbol, int from, int to, List<Phoneme> phonemes) {
        if (to <= from) {
            return;
        }
        Duration start = TimedSpeech.timeOf(from, sampleRateHz);
        boolean isPauseGoingOn = symbol.equals(TimedSpeech.PAUSE)
                && !phonemes.isEmpty()
                && phonemes.getLast().symbol().equals(symbol);
        if (isPauseGoingOn) {
            start = phonemes.removeLast().start();
        }
        phonemes.add(new Phoneme(symbol, start, TimedSpeech.timeOf(to, sampleRateHz)));
    }

    /** Whether the event is a mark that extends the phoneme before it. */
    private static boolean isMark(PhonemeStart start) {
        return !symbol(start).equals(TimedSpeech.PAUSE)
                && Ipa.split(start.ipa()).isEmpty();
    }

    /** The symbol: IPA, or a pause for espeak-ng's empty string, {@code _} or {@code _:}. */
    private static String symbol(PhonemeStart start) {
        String ipa = start.ipa().strip();
        return ipa.isEmpty() || ipa.startsWith("_") ? TimedSpeech.PAUSE : ipa;
    }

    /** Each word from its event to the next one's, without pauses at its end. */
    private List<Word> words(List<Phoneme> phonemes) {
        List<WordStart> starts = wordStarts();
        List<Word> words = new ArrayList<>();
        int phoneme = 0;
        for (int i = 0; i < starts.size(); i++) {
            Duration from = time(starts.get(i).sample());
            Duration to = i + 1 < starts.size() ? time(starts.get(i + 1).sample()) : time(samples.limit());
            Duration end = from;
            while (phoneme < phonemes.size() && middle(phonemes.get(phoneme)).compareTo(to) < 0) {
                Phoneme heard = phonemes.get(phoneme);
                if (!heard.symbol().equals(TimedSpeech.PAUSE) && heard.end().compareTo(end) > 0) {
                    end = heard.end().compareTo(to) < 0 ? heard.end() : to;
                }
                phoneme++;
            }
            words.add(new Word(written(starts.get(i)), from, end));
        }
        return words;
    }

    /** One event per position in the text: numbers have several events, and commas some without a length. */
    private List<WordStart> wordStarts() {
        List<WordStart> starts = new ArrayList<>();
        int position = 0;
        for (Event event : synthesis.events()) {
            if (event instanceof WordStart start && start.length() > 0 && start.position() > position) {
                starts.add(start);
                position = start.position();
            }
        }
        return starts;
    }

    private String written(WordStart start) {
        int length = text.codePointCount(0, text.length());
        int from = Math.clamp(start.position() - 1, 0, length);
        int to = Math.min(from + start.length(), length);
        return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
    }

    private static Duration middle(Phoneme phoneme) {
        return phoneme.start().plus(phoneme.end()).dividedBy(2);
    }

    private Duration time(int sample) {
        return TimedSpeech.timeOf(Math.min(sample, samples.limit()), sampleRateHz);
    }
}
