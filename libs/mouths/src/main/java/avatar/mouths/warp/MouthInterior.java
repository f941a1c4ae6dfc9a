package avatar.mouths.warp;

import avatar.contract.viseme.Smoothstep;

/** Paints the inside of an open mouth - cavity, tongue, teeth - in the light and colours of the face. */
final class MouthInterior {

    /** The upper incisors end this far below the line on which the lips meet (about 2 mm). */
    private static final double INCISORS_SHOW = 0.022;

    /** Openings lower than this are darker. */
    private static final double BRIGHT_OPENING = 0.06;

    private final MouthShape.Inside inside;
    private final double share;
    private final double edgeOfIncisors;
    private final Gap gap;
    private final MouthColours colours;

    /**
     * The opening between the lips, in face coordinates.
     *
     * @param upper lower edge of the upper lip
     * @param lower upper edge of the lower lip
     * @param pixel size of a pixel: edges are that soft
     */
    record Gap(Curve upper, Curve lower, double pixel) {

        /** Pixels this far outside, in pixels, are not in the opening, however steep its edge. */
        private static final double FAR = 4;

        /** The gap between those lips. */
        static Gap of(Lips lips, FaceFrame frame) {
            return new Gap(new Curve(lips.innerUpper()), new Curve(lips.innerLower()), 1 / frame.unit());
        }

        double middle() {
            return (upper.left() + upper.right()) / 2;
        }

        double halfWidth() {
            return (upper.right() - upper.left()) / 2;
        }

        double height() {
            return Math.max(pixel, lower.at(middle()) - upper.at(middle()));
        }

        /** The part of a pixel that lies between the lips, 0..1. */
        double cover(double x, double y) {
            if (x <= upper.left() || x >= upper.right()) {
                return 0;
            }
            double below = y - upper.at(x);
            double above = lower.at(x) - y;
            if (below < -FAR * pixel || above < -FAR * pixel) {
                return 0;
            }
            return Math.max(0, inside(upper, x, below) + inside(lower, x, above) - 1);
        }

        /** Measured across the line, not down: near the corners it is steep. */
        private double inside(Curve line, double x, double down) {
            double slope = (line.at(x + pixel / 2) - line.at(x - pixel / 2)) / pixel;
            return Math.clamp(down / (pixel * Math.hypot(1, slope)) + 0.5, 0, 1);
        }
    }

    /**
     * @param share opening as a part of the full shape, in (0, 1]
     * @param seam where the lips meet when shut: the upper teeth stay where they are, whatever the lips do
     */
    MouthInterior(MouthShape.Inside inside, double share, double seam, Gap gap, MouthColours colours) {
        this.inside = inside;
        this.share = share;
        this.edgeOfIncisors = seam + INCISORS_SHOW;
        this.gap = gap;
        this.colours = colours;
    }

    /** The colour at a place of the opening, in face coordinates. */
    Rgb at(double x, double y) {
        double across = Math.clamp((x - gap.middle()) / gap.halfWidth(), -1, 1);
        double upper = gap.upper().at(x);
        double lower = gap.lower().at(x);
        double depth = Math.clamp((y - upper) / Math.max(gap.pixel(), lower - upper), 0, 1);
        Rgb colour = colours.cavity().times((0.55 + 0.5 * depth * depth) * (1 - 0.5 * across * across));
        Rgb tongueHere = tongueAt(across, y, lower);
        double tongueCover = tongueCover(across, y, lower);
        if (!inside.tongueInFront()) {
            colour = colour.mix(tongueHere, tongueCover);
        }
        colour = colour.mix(lowerTooth(x, lower - y), lowerTeethCover(x, across, y, lower));
        colour = colour.mix(upperTooth(x, y, upper), upperTeethCover(x, across, y));
        colour = inside.tongueInFront() ? colour.mix(tongueHere, tongueCover) : colour;
        return colour.times(daylight(across, y - upper, lower - y));
    }

    /** The light inside: little close under the upper lip, in the corners and in a narrow opening. */
    private double daylight(double across, double underUpper, double overLower) {
        double slit = Smoothstep.of((underUpper + overLower) / BRIGHT_OPENING);
        double lip = Smoothstep.of(underUpper / 0.035);
        double other = Smoothstep.of(overLower / 0.02);
        double corner = 1 - Smoothstep.of((Math.abs(across) - 0.5) / 0.55);
        return (0.82 + 0.18 * slit) * (0.72 + 0.28 * lip) * (0.9 + 0.1 * other) * (0.35 + 0.65 * corner);
    }

    private double tongueCover(double across, double y, double lower) {
        if (inside.tongue() == 0) {
            return 0;
        }
        double span = inside.tongueInFront() ? 0.62 : 0.85;
        double bow = 1 - (across / span) * (across / span);
        double top = lower - inside.tongue() * gap.height() * Math.sqrt(Math.max(0, bow));
        return bow <= 0 ? 0 : softEdge(y - top, 0.008);
    }

    /** Lighter along its back, with a shade in its middle line. */
    private Rgb tongueAt(double across, double y, double lower) {
        double height = Math.max(gap.pixel(), inside.tongue() * gap.height());
        double up = Math.clamp((lower - y) / height, 0, 1);
        double middle = Math.exp(-across * across / 0.02);
        double light = inside.tongueInFront()
                ? 0.85 + 0.30 * Math.sin(Math.PI * (0.25 + 0.6 * up))
                : 0.62 + 0.38 * Math.sin(Math.PI * Math.min(1, up + 0.15));
        return colours.tongue().times(light * (1 - 0.08 * middle) * (1 - 0.35 * across * across));
    }

    private double upperTeethCover(double x, double across, double y) {
        if (inside.upperTeeth() == 0) {
            return 0;
        }
        double edge = edgeOfIncisors - TeethRow.UPPER.shorter(x);
        return softEdge(edge - y, 0) * cornerFade(across) * inside.upperTeeth();
    }

    private double lowerTeethCover(double x, double across, double y, double lower) {
        double reach = inside.lowerTeeth() * share - TeethRow.LOWER.shorter(x);
        return reach <= 0 ? 0 : softEdge(y - (lower - reach), 0) * cornerFade(across);
    }

    /** Darker towards the gums, and a little at the edge, where a tooth lets the light through. */
    private Rgb upperTooth(double x, double y, double upper) {
        double gums = Smoothstep.of((y - upper) / 0.05);
        double edge = 1 - Smoothstep.of((edgeOfIncisors - TeethRow.UPPER.shorter(x) - y) / 0.014);
        double light = (0.86 + 0.14 * gums) * (1 - 0.10 * edge);
        return colours.teeth().times(light * TeethRow.UPPER.light(x, gap.pixel()));
    }

    /** The lower teeth are further back than the upper ones, and less light reaches them. */
    private Rgb lowerTooth(double x, double aboveLip) {
        double light = 0.70 + 0.16 * Smoothstep.of(aboveLip / 0.03);
        return colours.teeth().times(light * TeethRow.LOWER.light(x, gap.pixel()));
    }

    /** The teeth fade into the dark towards the corners. */
    private static double cornerFade(double across) {
        return 1 - Smoothstep.of((Math.abs(across) - 0.66) / 0.32);
    }

    /** 0 outside, 1 inside, soft over a pixel and a half or {@code width}, whichever is more. */
    private double softEdge(double inward, double width) {
        return Smoothstep.of(inward / Math.max(1.5 * gap.pixel(), width) + 0.5);
    }
}
