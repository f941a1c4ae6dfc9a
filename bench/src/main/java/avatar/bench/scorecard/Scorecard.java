package avatar.bench.scorecard;

import avatar.bench.scorecard.check.Check;
import avatar.bench.scorecard.check.Measured;
import avatar.bench.scorecard.check.MouthTrack;
import avatar.bench.scorecard.check.Take;
import avatar.bench.scorecard.plan.Plan;
import avatar.bench.speech.SpokenSentence;
import avatar.contract.bundle.LipShapes;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The quality of lip movements, measured on the drawn mouths.
 *
 * @param rate of speaking, 1 is the voice's own
 * @param sentences how many were spoken
 * @param fps frames a second
 */
record Scorecard(String voice, double rate, int sentences, double fps, List<Row> rows) {

    private static final int PHASES = 7;

    /**
     * A check and its results for every plan.
     *
     * @param bar empty if it has none
     */
    record Row(String name, String bar, Map<Plan, Measured> found) {}

    static Scorecard of(String voice, double rate, List<SpokenSentence> sentences, LipShapes lips, double fps) {
        Map<Plan, List<Take>> takes = new EnumMap<>(Plan.class);
        for (Plan plan : Plan.values()) {
            takes.put(
                    plan,
                    IntStream.range(0, sentences.size())
                            .mapToObj(index -> take(sentences.get(index), plan, lips, fps, phase(index)))
                            .toList());
        }
        List<Row> rows = Stream.concat(Check.ALL.stream(), Check.BESIDES.stream())
                .map(check -> row(check, takes))
                .toList();
        return new Scorecard(voice, rate, sentences.size(), fps, rows);
    }

    /** Sentences start at different times between two frames. */
    private static double phase(int index) {
        return index % PHASES / (double) PHASES - 0.5;
    }

    private static Take take(SpokenSentence sentence, Plan plan, LipShapes lips, double fps, double phase) {
        MouthTrack track = MouthTrack.of(plan.timeline(sentence.request()), lips, fps, phase);
        return new Take(sentence.phones(), track, plan::shows);
    }

    private static Row row(Check check, Map<Plan, List<Take>> takes) {
        Map<Plan, Measured> found = new EnumMap<>(Plan.class);
        takes.forEach((plan, ofPlan) -> found.put(plan, check.measure().apply(ofPlan)));
        return new Row(check.name(), check.bar(), found);
    }

    /** Whether every row of our plan is at its bar. */
    boolean isAtBar() {
        return rows.stream().allMatch(row -> row.bar().isEmpty() || isAtBar(row, Plan.PLANNED));
    }

    private static boolean isAtBar(Row row, Plan plan) {
        Measured measured = row.found().get(plan);
        return measured != null && measured.isAtBar();
    }

    /** A readable table, each line with its line break. */
    String table() {
        StringBuilder table = new StringBuilder("%d sentences of %s at rate %s, %.0f fps; ! is off the bar%n%-48s %10s"
                .formatted(sentences, voice, rate, fps, "", "bar"));
        Arrays.stream(Plan.values()).forEach(plan -> table.append(" %17s".formatted(plan.title())));
        for (Row row : rows) {
            table.append("%n%-48s %10s".formatted(row.name(), row.bar()));
            row.found()
                    .forEach((plan, measured) -> table.append(" %15s %s"
                            .formatted(measured.text(), row.bar().isEmpty() || measured.isAtBar() ? " " : "!")));
        }
        return table.append("%n".formatted()).toString();
    }
}
