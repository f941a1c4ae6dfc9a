package avatar.scorecard.speech;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.TimelineRequest;
import avatar.viseme.planning.PhonemeTable;
import java.util.List;
import java.util.Locale;

/** A sentence as a voice said it. */
public record SpokenSentence(String text, TimelineRequest request) {

    private static final double NANOS = 1e9;

    /** What was said, silences included. */
    public List<Phone> phones() {
        return request.phonemes().stream()
                .filter(phoneme -> phoneme.end().compareTo(phoneme.start()) > 0)
                .map(SpokenSentence::phone)
                .toList();
    }

    private static Phone phone(Phoneme phoneme) {
        return new Phone(
                phoneme.symbol().toUpperCase(Locale.ROOT).replaceFirst("(?<=[A-Z])[0-2]$", ""),
                PhonemeTable.visemeOf(phoneme.symbol()),
                phoneme.start().toNanos() / NANOS,
                phoneme.end().toNanos() / NANOS);
    }
}
