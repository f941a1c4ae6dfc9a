package avatar.setup.warp;

/** Paints what is seen between open lips - cavity, tongue, teeth - in the light and colours of the face. */
final class MouthInterior {

    /** Width of an upper incisor, in eye distances. */
    private static final double INCISOR = 0.085;

    private final MouthShape.Inside inside;
    private final Opening opening;
    private final double pixel;
    private final Rgb cavity;
    private final Rgb tongue;
    private final Rgb teeth;

    /**
     * The opening between the lips.
     *
     * @param upper lower edge of the upper lip
     * @param lower upper edge of the lower lip
     */
    record Opening(Curve upper, Curve lower) {

        double middle() {
            return (upper.left() + upper.right()) / 2;
        }

        double halfWidth() {
            return (upper.right() - upper.left()) / 2;
        }

        double height() {
            return lower.at(middle()) - upper.at(middle());
        }
    }

    /**
     * @param pixel its size in eye distances: edges are that soft
     * @param skin mean colour of the face around the mouth
     * @param lips mean colour of the lips
     */
    MouthInterior(MouthShape.Inside inside, Opening opening, double pixel, Rgb skin, Rgb lips) {
        this.inside = inside;
        this.opening = opening;
        this.pixel = pixel;
        double light = skin.luma();
        this.cavity = lips.mix(Rgb.grey(0), 0.35).times(0.42);
        this.tongue =
                lips.mix(new Rgb(light * 1.05, light * 0.52, light * 0.5), 0.6).times(0.82);
        double white = Math.clamp(0.6 * light + 112, 115, 238);
        this.teeth = new Rgb(white, white * 0.965, white * 0.90);
    }

    /** The colour at a place of the opening, in face coordinates. */
    Rgb at(double x, double y) {
        double across = (x - opening.middle()) / opening.halfWidth();
        double upper = opening.upper().at(x);
        double lower = opening.lower().at(x);
        double depth = Math.clamp((y - upper) / Math.max(pixel, lower - upper), 0, 1);
        Rgb colour = cavity.times(0.55 + 0.5 * depth * depth).times(1 - 0.35 * across * across);
        Rgb tongueHere = tongueAt(across, y, lower);
        double tongueCover = tongueCover(across, y, lower);
        if (!inside.tongueInFront()) {
            colour = colour.mix(tongueHere, tongueCover);
        }
        colour = colour.mix(
                toothAt(x, across, (lower - y) / Math.max(pixel, inside.lowerTeeth()), 0.86),
                lowerTeethCover(across, y, lower));
        colour = colour.mix(
                toothAt(x, across, (y - upper) / Math.max(pixel, inside.upperTeeth()), 1),
                upperTeethCover(across, y, upper));
        return inside.tongueInFront() ? colour.mix(tongueHere, tongueCover) : colour;
    }

    private double tongueCover(double across, double y, double lower) {
        if (inside.tongue() == 0) {
            return 0;
        }
        double span = inside.tongueInFront() ? 0.62 : 0.85;
        double bow = 1 - (across / span) * (across / span);
        double top = lower - inside.tongue() * opening.height() * Math.sqrt(Math.max(0, bow));
        return bow <= 0 ? 0 : edge(y - top);
    }

    /** Lighter along its back, with a shade in its middle line. */
    private Rgb tongueAt(double across, double y, double lower) {
        double height = Math.max(pixel, inside.tongue() * opening.height());
        double up = Math.clamp((lower - y) / height, 0, 1);
        double middle = Math.exp(-across * across / 0.004);
        double light = inside.tongueInFront() ? 1.12 : 0.62 + 0.38 * Math.sin(Math.PI * Math.min(1, up + 0.15));
        return tongue.times(light * (1 - 0.12 * middle) * (1 - 0.3 * across * across));
    }

    private double upperTeethCover(double across, double y, double upper) {
        if (inside.upperTeeth() == 0) {
            return 0;
        }
        double reach = inside.upperTeeth() * (1 - 0.3 * across * across);
        return edge(upper + reach - y) * cornerFade(across);
    }

    private double lowerTeethCover(double across, double y, double lower) {
        if (inside.lowerTeeth() == 0) {
            return 0;
        }
        double reach = inside.lowerTeeth() * (1 - 0.45 * across * across);
        return edge(y - (lower - reach)) * cornerFade(across);
    }

    /** A tooth's colour: in the lip's shadow at its root, darker to the sides, a faint line between two. */
    private Rgb toothAt(double x, double across, double fromLip, double light) {
        double shadow = 0.72 + 0.28 * smoothstep(Math.clamp(fromLip / 0.55, 0, 1));
        double round = 1 - 0.42 * across * across;
        double nearest = Math.abs(Math.IEEEremainder(x - opening.middle(), INCISOR));
        double gap = 1 - 0.14 * Math.exp(-nearest * nearest / (2 * pixel * pixel));
        return teeth.times(light * shadow * round * gap);
    }

    /** In the corners the teeth are lost in the dark. */
    private static double cornerFade(double across) {
        return 1 - smoothstep(Math.clamp((Math.abs(across) - 0.72) / 0.25, 0, 1));
    }

    /** 0 outside, 1 inside, soft over a pixel and a half. */
    private double edge(double inward) {
        return smoothstep(Math.clamp(inward / (1.5 * pixel) + 0.5, 0, 1));
    }

    static double smoothstep(double t) {
        return t * t * (3 - 2 * t);
    }
}
