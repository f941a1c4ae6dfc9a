package avatar.compositor.archive;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The segments of an utterance that have come so far.
 *
 * @param avatar id of the one that speaks it
 * @param segments from the first, without a gap; at least one
 */
public record ArchivedUtterance(String avatar, List<SpeechSegment> segments) {

    public ArchivedUtterance {
        segments = List.copyOf(segments);
    }

    /** Whether its last segment has come. */
    public boolean isComplete() {
        return segments.getLast().last();
    }

    /** All segments on one time axis. */
    Timeline timeline() {
        List<Word> words = new ArrayList<>();
        List<Phoneme> phonemes = new ArrayList<>();
        List<Said> cues = new ArrayList<>();
        Duration start = Duration.ZERO;
        for (SpeechSegment segment : segments) {
            Duration from = start;
            segment.words()
                    .forEach(word -> words.add(new Word(word.text(), from.plus(word.start()), from.plus(word.end()))));
            segment.phonemes()
                    .forEach(phoneme -> phonemes.add(
                            new Phoneme(phoneme.symbol(), from.plus(phoneme.start()), from.plus(phoneme.end()))));
            segment.timeline()
                    .cues()
                    .forEach(cue -> cues.add(new Said(cue.viseme(), from.plus(cue.start()), from.plus(cue.end()))));
            start = start.plus(segment.duration());
        }
        SpeechSegment first = segments.getFirst();
        return new Timeline(
                first.utteranceId(),
                first.channel(),
                avatar,
                first.voice(),
                text(),
                isComplete(),
                start,
                first.sampleRateHz(),
                words,
                phonemes,
                cues);
    }

    private String text() {
        return segments.stream()
                .map(SpeechSegment::text)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** An utterance as the API describes it; times are from its first sample. */
    record Timeline(
            String utteranceId,
            String channel,
            String avatar,
            String voice,
            String text,
            boolean complete,
            Duration duration,
            int sampleRateHz,
            List<Word> words,
            List<Phoneme> phonemes,
            List<Said> cues) {}

    /** A viseme that is spoken. */
    record Said(Viseme viseme, Duration start, Duration end) {}
}
