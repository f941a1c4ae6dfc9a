package avatar.phonetics.align;

import avatar.phonetics.align.Unit.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * The units to find in a recording, in order: three for each phoneme, and an optional pause between words, at the
 * beginning and at the end. Optional phonemes may be skipped.
 */
final class Script {

    static final int THIRDS = 3;

    /**
     * The cost of skipping an optional phoneme, in the unit of {@link PathSearch}; tuned like {@link Cepstra}'s
     * weights.
     */
    private static final double OMISSION = 4;

    /** The greatest distance of an entry, in units: back over an optional phoneme and the pauses around it. */
    static final int FARTHEST_ENTRY = THIRDS + 3;

    private final List<Unit> units = new ArrayList<>();
    private final List<Entry> endings;

    /** The units that may precede the next one, with the cost of each way; several where phonemes are optional. */
    private List<Entry> before = List.of(new Entry(Unit.BEGINNING, 0));

    private Script(List<Reference> references, double scale, WordAnchors anchors) {
        Reference first = references.getFirst();
        OptionalSounds optional = new OptionalSounds(first);
        addPause(Double.NaN, 0);
        for (int i = 0; i < first.sounds().size(); i++) {
            addSound(i, references, scale, anchors, optional.isOptional(i));
            if (endsWord(first.sounds(), i)) {
                boolean isLast = i + 1 == first.sounds().size();
                addPause(anchors.end(first.sounds().get(i).word()), isLast ? 0 : PathCosts.PAUSE);
            }
        }
        endings = before;
    }

    /**
     * Builds the script.
     *
     * @param references with the same phonemes
     * @param scale length of the recording's speech relative to the references
     */
    static Script of(List<Reference> references, double scale, WordAnchors anchors) {
        return new Script(references, scale, anchors);
    }

    int size() {
        return units.size();
    }

    Unit unit(int index) {
        return units.get(index);
    }

    /** The units that may be the last. */
    List<Entry> endings() {
        return endings;
    }

    private void addSound(
            int index, List<Reference> references, double scale, WordAnchors anchors, boolean isOptional) {
        List<Sound> sounds = references.getFirst().sounds();
        int word = sounds.get(index).word();
        boolean startsWord = index == 0 || sounds.get(index - 1).word() != word;
        double start = startsWord ? anchors.start(word) : Double.NaN;
        double expected = scale * length(references, index) / THIRDS;
        List<Entry> entries = before;
        for (int third = 0; third < THIRDS; third++) {
            units.add(new Unit(
                    index,
                    third,
                    templates(references, index, third),
                    Math.max(1, expected),
                    entries,
                    third == 0 ? start : Double.NaN));
            entries = List.of(new Entry(units.size() - 1, 0));
        }
        before = isOptional ? joined(entries, costing(OMISSION, before)) : entries;
    }

    /** Adds a pause, which may be skipped. */
    private void addPause(double start, double cost) {
        units.add(new Unit(Stretch.PAUSE, 0, List.of(), 1, costing(cost, before), start));
        before = joined(List.of(new Entry(units.size() - 1, 0)), before);
    }

    private static List<Entry> costing(double cost, List<Entry> entries) {
        return entries.stream()
                .map(entry -> new Entry(entry.from(), entry.cost() + cost))
                .toList();
    }

    private static List<Entry> joined(List<Entry> some, List<Entry> more) {
        List<Entry> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static boolean endsWord(List<Sound> sounds, int index) {
        return index + 1 == sounds.size()
                || sounds.get(index + 1).word() != sounds.get(index).word();
    }

    private static double length(List<Reference> references, int index) {
        return references.stream()
                .map(reference -> reference.sounds().get(index))
                .mapToDouble(sound -> sound.end() - sound.start())
                .average()
                .orElse(0);
    }

    private static List<float[]> templates(List<Reference> references, int index, int third) {
        return references.stream()
                .map(reference -> {
                    Sound sound = reference.sounds().get(index);
                    double length = (sound.end() - sound.start()) / THIRDS;
                    double from = sound.start() + third * length;
                    return reference.cepstra().mean(from, from + length);
                })
                .toList();
    }
}
