package avatar.compositor.stream;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.MultiMap;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The options of a stream: the query of its address.
 *
 * @param hears whether the viewer gets the sound
 * @param fps frames a second; null for all
 * @param lead how long before it is heard sound is sent; null for as soon as it is known
 * @param isShownLate whether the browser shows a frame only when the next one begins
 */
record StreamOptions(
        boolean hears,
        @Nullable Integer fps,
        Variant variant,
        @Nullable Duration lead,
        boolean isShownLate) {

    private static final int MAX_FPS = 60;
    private static final int MAX_LEAD_MILLIS = 5000;

    /**
     * The options of a request; options of other names are ignored, because pages add one to bypass caches.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_OPTION}, naming the allowed values
     */
    static StreamOptions of(MultiMap query, boolean hears, @Nullable String userAgent) {
        Integer width = listed(query, "width", Variant.WIDTHS);
        Integer quality = listed(query, "quality", Variant.QUALITIES);
        Integer lead = hears ? between(query, "lead", 0, MAX_LEAD_MILLIS) : null;
        return new StreamOptions(
                hears,
                between(query, "fps", 1, MAX_FPS),
                new Variant(width == null ? 0 : width, quality == null ? Variant.FULL_QUALITY : quality),
                lead == null ? null : Duration.ofMillis(lead),
                userAgent != null && userAgent.contains("AppleWebKit"));
    }

    /** The kind of stream. */
    String stream() {
        return hears ? "av" : "mjpeg";
    }

    private static @Nullable Integer listed(MultiMap query, String name, List<Integer> allowed) {
        Integer value = number(query, name, "one of " + listing(allowed));
        if (value != null && !allowed.contains(value)) {
            throw invalid(name, value.toString(), "one of " + listing(allowed));
        }
        return value;
    }

    private static @Nullable Integer between(MultiMap query, String name, int least, int most) {
        String expected = "a whole number from %d to %d".formatted(least, most);
        Integer value = number(query, name, expected);
        if (value != null && (value < least || value > most)) {
            throw invalid(name, value.toString(), expected);
        }
        return value;
    }

    private static @Nullable Integer number(MultiMap query, String name, String expected) {
        String text = query.get(name);
        if (text == null) {
            return null;
        }
        // At most nine digits fit into an int.
        if (text.isEmpty()
                || text.length() > 9
                || !IntStream.range(0, text.length()).allMatch(i -> isDigit(text, i))) {
            throw invalid(name, text, expected);
        }
        return Integer.valueOf(text);
    }

    private static boolean isDigit(String text, int at) {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static String listing(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static AvatarException invalid(String name, String found, String expected) {
        return new AvatarException(
                ErrorCode.INVALID_OPTION, "Option '%s' must be %s, not '%s'".formatted(name, expected, found));
    }
}
