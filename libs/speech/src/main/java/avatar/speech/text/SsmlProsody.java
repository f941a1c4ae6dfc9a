package avatar.speech.text;

import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rate and pitch that nested {@code prosody} elements ask for.
 *
 * @param rate factor on the rate of the request
 * @param pitch factor on the pitch of the request
 */
record SsmlProsody(double rate, double pitch) {

    static final SsmlProsody OWN = new SsmlProsody(1.0, 1.0);

    private static final Map<String, Double> RATES =
            Map.of("x-slow", 0.5, "slow", 0.75, "medium", 1.0, "default", 1.0, "fast", 1.25, "x-fast", 1.5);

    private static final Map<String, Double> PITCHES =
            Map.of("x-low", 0.7, "low", 0.85, "medium", 1.0, "default", 1.0, "high", 1.15, "x-high", 1.3);

    /** The pauses of other engines; a comma pauses like weak, a paragraph like strong. */
    private static final Map<String, Duration> STRENGTHS = Map.of(
            "none", Duration.ZERO,
            "x-weak", Duration.ofMillis(100),
            "weak", Duration.ofMillis(200),
            "medium", Duration.ofMillis(400),
            "strong", Duration.ofMillis(700),
            "x-strong", Duration.ofMillis(1_200));

    private static final Pattern SIGNED_PERCENT = Pattern.compile("([+-]\\d{1,3}(?:\\.\\d{1,3})?)%");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)%");
    private static final Pattern FACTOR = Pattern.compile("(\\d{1,2}(?:\\.\\d{1,3})?)");
    private static final Pattern SEMITONES = Pattern.compile("([+-]\\d{1,2}(?:\\.\\d{1,3})?)st");
    private static final Pattern TIME = Pattern.compile("(\\d{1,5}(?:\\.\\d{1,3})?)(ms|s)");
    private static final double SEMITONES_PER_OCTAVE = 12;
    private static final Duration LONGEST_BREAK = Duration.ofSeconds(10);

    /** This prosody combined with the attributes of a nested {@code prosody} element. */
    SsmlProsody with(@Nullable String rateWish, @Nullable String pitchWish) {
        return new SsmlProsody(
                bounded("rate", rate * (rateWish == null ? 1 : rate(rateWish))),
                bounded("pitch", pitch * (pitchWish == null ? 1 : pitch(pitchWish))));
    }

    /** The length of a {@code break}. */
    static Duration pause(@Nullable String time, @Nullable String strength) {
        if (time == null) {
            Duration pause = STRENGTHS.get(strength == null ? "medium" : strength);
            if (pause == null) {
                throw Ssml.refused(
                        "break strength '%s'".formatted(strength), "none, x-weak, weak, medium, strong or x-strong");
            }
            return pause;
        }
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            throw Ssml.refused("break time '%s'".formatted(time), "'500ms' or '1.5s'");
        }
        double millis = Double.parseDouble(parts.group(1)) * (parts.group(2).equals("s") ? 1_000 : 1);
        if (millis > LONGEST_BREAK.toMillis()) {
            throw Ssml.refused("break time '%s'".formatted(time), "at most 10s");
        }
        return Duration.ofMillis(Math.round(millis));
    }

    private static double rate(String wish) {
        Double named = RATES.get(wish);
        if (named != null) {
            return named;
        }
        Double number = number(SIGNED_PERCENT, wish, percent -> 1 + percent / 100);
        number = number != null ? number : number(PERCENT, wish, percent -> percent / 100);
        number = number != null ? number : number(FACTOR, wish, factor -> factor);
        return required(number, "rate", wish, "x-slow to x-fast, '120%', '+20%' or '1.2'");
    }

    private static double pitch(String wish) {
        Double named = PITCHES.get(wish);
        if (named != null) {
            return named;
        }
        Double number = number(SIGNED_PERCENT, wish, percent -> 1 + percent / 100);
        number = number != null
                ? number
                : number(SEMITONES, wish, semitones -> Math.pow(2, semitones / SEMITONES_PER_OCTAVE));
        return required(number, "pitch", wish, "x-low to x-high, '+20%' or '+2st'");
    }

    private static @Nullable Double number(Pattern pattern, String wish, DoubleUnaryOperator factor) {
        Matcher number = pattern.matcher(wish);
        return number.matches() ? factor.applyAsDouble(Double.parseDouble(number.group(1))) : null;
    }

    private static double required(@Nullable Double number, String attribute, String wish, String expected) {
        if (number == null) {
            throw Ssml.refused("prosody %s '%s'".formatted(attribute, wish), expected);
        }
        return number;
    }

    private static double bounded(String attribute, double factor) {
        double least = 0.5;
        double most = 2.0;
        if (!(factor >= least && factor <= most)) {
            throw Ssml.refused(
                    "a prosody %s of %s in all".formatted(attribute, factor), "%s to %s".formatted(least, most));
        }
        return factor;
    }
}
