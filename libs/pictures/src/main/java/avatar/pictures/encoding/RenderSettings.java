package avatar.pictures.encoding;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of a render.
 *
 * @param fps frames a second, 1 to 60; null for the avatar's own
 * @param width pixels, even, 16 to the avatar's own; null for the avatar's own
 * @param leadIn silence before the first sample
 * @param leadOut silence after the last sample
 */
public record RenderSettings(
        RenderFormat format, @Nullable Double fps, @Nullable Integer width, Duration leadIn, Duration leadOut) {

    public static final Duration DEFAULT_LEAD_IN = Duration.ofMillis(400);
    public static final Duration DEFAULT_LEAD_OUT = Duration.ofMillis(600);

    private static final double MAX_FPS = 60;
    private static final int MIN_WIDTH = 16;
    private static final int MAX_WIDTH = 4096;
    private static final Duration MAX_LEAD = Duration.ofSeconds(60);

    /**
     * Checks the limits that don't depend on the avatar.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_RENDER}
     */
    public RenderSettings {
        if (fps != null && !(fps >= 1 && fps <= MAX_FPS)) {
            throw invalid("Expected fps of 1 to %.0f, found %s".formatted(MAX_FPS, fps));
        }
        if (width != null && (width < MIN_WIDTH || width > MAX_WIDTH || width % 2 != 0)) {
            throw invalid("Expected an even width of %d to %d pixels, found %d".formatted(MIN_WIDTH, MAX_WIDTH, width));
        }
        requireLead("leadIn", leadIn);
        requireLead("leadOut", leadOut);
    }

    /** The default settings. */
    public static RenderSettings of(RenderFormat format) {
        return new RenderSettings(format, null, null, DEFAULT_LEAD_IN, DEFAULT_LEAD_OUT);
    }

    /** The size of the render of an avatar of that size; even, and in its proportion. */
    Size size(int ownWidth, int ownHeight) {
        int own = ownWidth & ~1;
        if (width == null || width == own) {
            return new Size(own, ownHeight & ~1);
        }
        if (width > own) {
            throw invalid("Expected a width of at most %d, the avatar's own, found %d".formatted(own, width));
        }
        int height = 2 * Math.round(ownHeight * width / (2f * ownWidth));
        if (height < MIN_WIDTH) {
            throw invalid("A width of %d makes the picture %d pixels high; expected %d at least"
                    .formatted(width, height, MIN_WIDTH));
        }
        return new Size(width, height);
    }

    private static void requireLead(String name, Duration lead) {
        if (lead.isNegative() || lead.compareTo(MAX_LEAD) > 0) {
            throw invalid("Expected %s of 0 to %d seconds, found %s"
                    .formatted(name, MAX_LEAD.toSeconds(), lead.toNanos() / 1e9));
        }
    }

    private static AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_RENDER, detail);
    }

    /** Of a picture. */
    record Size(int width, int height) {}
}
