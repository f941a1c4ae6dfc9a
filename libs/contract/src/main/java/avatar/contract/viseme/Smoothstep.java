package avatar.contract.viseme;

/** The easing curve of movements from 0 to 1, with zero speed at both ends. */
public final class Smoothstep {

    private Smoothstep() {}

    /** 3t² - 2t³ of {@code t} clamped to 0..1. */
    public static double of(double t) {
        double clamped = Math.clamp(t, 0, 1);
        return clamped * clamped * (3 - 2 * clamped);
    }

    /** The {@code t} in 0..1 for which {@link #of} returns {@code value}, which is clamped to 0..1. */
    public static double inverse(double value) {
        // The root of the cubic in trigonometric form.
        return 0.5 - Math.sin(Math.asin(1 - 2 * Math.clamp(value, 0, 1)) / 3);
    }
}
