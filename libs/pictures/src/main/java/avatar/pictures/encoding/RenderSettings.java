package avatar.pictures.encoding;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a film is to be.
 *
 * @param fps frames a second, 1 to 60; null for the avatar's own
 * @param width pixels, even, 16 to the avatar's own; null for that
 * @param leadIn how long nobody speaks before the first sample
 * @param leadOut how long the film goes on after the last one
 */
public record RenderSettings(
        RenderFormat format, @Nullable Double fps, @Nullable Integer width, Duration leadIn, Duration leadOut) {

    public static final Duration DEFAULT_LEAD_IN = Duration.ofMillis(400);
    public static final Duration DEFAULT_LEAD_OUT = Duration.ofMillis(600);

    private static final double MOST_FPS = 60;
    private static final int LEAST_WIDTH = 16;
    private static final int MOST_WIDTH = 4096;
    private static final Duration LONGEST_LEAD = Duration.ofSeconds(60);

    /**
     * Checks what can be checked without the avatar.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_RENDER}
     */
    public RenderSettings {
        if (fps != null && !(fps >= 1 && fps <= MOST_FPS)) {
            throw invalid("Expected fps of 1 to %.0f, found %s".formatted(MOST_FPS, fps));
        }
        if (width != null && (width < LEAST_WIDTH || width > MOST_WIDTH || width % 2 != 0)) {
            throw invalid(
                    "Expected an even width of %d to %d pixels, found %d".formatted(LEAST_WIDTH, MOST_WIDTH, width));
        }
        requireLead("leadIn", leadIn);
        requireLead("leadOut", leadOut);
    }

    /** A film as it is when nobody wishes anything. */
    public static RenderSettings of(RenderFormat format) {
        return new RenderSettings(format, null, null, DEFAULT_LEAD_IN, DEFAULT_LEAD_OUT);
    }

    /** The width and height of the film of an avatar of that size; even, and in its proportion. */
    Size size(int ownWidth, int ownHeight) {
        int most = ownWidth & ~1;
        if (width == null || width == most) {
            return new Size(most, ownHeight & ~1);
        }
        if (width > most) {
            throw invalid("Expected a width of at most %d, the avatar's own, found %d".formatted(most, width));
        }
        int height = 2 * Math.round(ownHeight * width / (2f * ownWidth));
        if (height < LEAST_WIDTH) {
            throw invalid("A width of %d makes the picture %d pixels high; expected %d at least"
                    .formatted(width, height, LEAST_WIDTH));
        }
        return new Size(width, height);
    }

    private static void requireLead(String name, Duration lead) {
        if (lead.isNegative() || lead.compareTo(LONGEST_LEAD) > 0) {
            throw invalid("Expected %s of 0 to %d seconds, found %s"
                    .formatted(name, LONGEST_LEAD.toSeconds(), lead.toNanos() / 1e9));
        }
    }

    private static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_RENDER, detail);
    }

    /** Of a picture. */
    record Size(int width, int height) {}
}
