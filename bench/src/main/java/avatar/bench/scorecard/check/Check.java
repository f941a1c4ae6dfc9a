package avatar.bench.scorecard.check;

import java.util.List;
import java.util.function.Function;

/**
 * A row of the scorecard: a rule of good lip movements, counted over all sentences.
 *
 * @param bar in readable form; the measure itself decides whether it is reached
 */
public record Check(String name, String bar, Function<List<Take>, Measured> measure) {

    /** All rows, in their order. */
    public static final List<Check> ALL = List.of(
            new Check("p b m: lips shut for a frame, two from 80 ms", "100 %", Touches::closures),
            new Check("f v: lip and teeth touch, same", "100 %", Touches::contacts),
            new Check("lips lead the sound, median", "0..60 ms", Onsets::lead),
            new Check("lips lag behind the sound, p95", "<= 40 ms", Onsets::lag),
            new Check("shape changes per second", "<= 8", Steadiness::changes),
            new Check("shapes held < 70 ms, except p b m", "< 5 %", Steadiness::shortHolds),
            new Check("silence: shut 120..350 ms after the last sound", "100 %", Silences::shutInTime),
            new Check("silence: no movement once shut", "100 %", Silences::still),
            new Check("t d n k g ng h: share of the vowel's lips, mean", ">= 50 %", TongueLips::share));

    /** Rows without a bar, that show the price of the others. */
    public static final List<Check> BESIDES = List.of(
            new Check("sounds made by the lips that show their shape", "", Onsets::shown),
            new Check("t d n k g ng h with half of them at least", "", TongueLips::withHalf),
            new Check("shapes held, median", "", Steadiness::medianHold));
}
