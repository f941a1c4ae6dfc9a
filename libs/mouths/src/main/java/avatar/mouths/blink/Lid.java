package avatar.mouths.blink;

import avatar.contract.viseme.Smoothstep;
import avatar.mouths.warp.Rgb;
import avatar.mouths.warp.Sampler;

/**
 * An upper lid that closes over an eye: skin with a soft crease and a round highlight, lashes at its edge, its shadow
 * below.
 */
final class Lid {

    private static final double CREASE_WIDTH = 0.05;
    private static final double SHADE_BELOW = 0.09;
    private static final double LASH_LINE = 0.026;
    private static final double LASHES = 0.11;
    private static final double LASHES_PER_UNIT = 21;

    private final Eye eye;
    private final LidSkin skin;
    private final Rgb lash;
    private final double pixel;

    Lid(Eye eye, Sampler picture) {
        this.eye = eye;
        this.skin = new LidSkin(eye, picture);
        this.lash = lashColour(eye, picture);
        this.pixel = 1 / eye.width();
    }

    /** The darkest of the lid's edge, beside the iris. */
    private static Rgb lashColour(Eye eye, Sampler picture) {
        Rgb darkest = Rgb.grey(255);
        for (double x = 0.28; x <= 0.46; x += 0.02) {
            for (double y = -0.1; y <= 0.04; y += 0.02) {
                for (int side = -1; side <= 1; side += 2) {
                    Rgb here = picture.at(eye.toPicture(side * x, eye.lidEdge(side * x, 0) + y));
                    darkest = here.luma() < darkest.luma() ? here : darkest;
                }
            }
        }
        return darkest;
    }

    Eye eye() {
        return eye;
    }

    /** Alpha of the patch, 0..1, at a place in the eye's coordinates. */
    double alpha(double x, double y) {
        return skin.alpha(x, y);
    }

    /**
     * The colour of a place in the eye's coordinates.
     *
     * @param open colour of the place while the eye is open
     * @param closed 0..1
     */
    Rgb at(double x, double y, Rgb open, double closed) {
        double cover = skin.cover(x, y);
        if (cover == 0) {
            return open;
        }
        double below = y - eye.lidEdge(x, closed);
        double onLid = Math.clamp(0.5 - below / pixel, 0, 1);
        Rgb bare = skin.at(x, y);
        Rgb lid = open.mix(bare.times(light(x, y)), cover);
        Rgb eyeball = open.times(1 - 0.3 * shade(x, below)).mix(bare, cover * almostShut(closed));
        return eyeball.mix(lid, onLid).mix(lash.times(0.85), lashes(x, below, closed));
    }

    /** The rim of the lower lid disappears as the lids meet. */
    private static double almostShut(double closed) {
        return Smoothstep.of((closed - 0.75) / 0.25);
    }

    private double light(double x, double y) {
        double bow = bow(x);
        double fromCrease = (y - eye.top(x)) / CREASE_WIDTH;
        double crease = 0.06 * bow * Math.exp(-fromCrease * fromCrease);
        double down = Math.clamp((y - eye.lidEdge(x, 0)) / (eye.lidEdge(x, 1) - eye.lidEdge(x, 0) + 0.01), 0, 1);
        double round = 0.05 * bow * Math.sin(Math.PI * down);
        return 1 + round - crease;
    }

    private double bow(double x) {
        double across = eye.across(x);
        return 1 - across * across;
    }

    private double shade(double x, double below) {
        return below < 0 ? 0 : Math.exp(-below / SHADE_BELOW) * Math.sqrt(bow(x));
    }

    /** A line along the edge, thicker outwards, and single lashes that point down when the lid is. */
    private double lashes(double x, double below, double closed) {
        double outwards = eye.outwards(x);
        double ends = Math.min(1, bow(x) * 3);
        double thick = Math.max(0.8 * pixel, LASH_LINE * (0.55 + 0.6 * outwards));
        double line = 0.75 * Math.exp(-below * below / (thick * thick));
        double length = LASHES * (0.45 + 0.55 * outwards) * (0.3 + 0.7 * closed);
        double along = below / length;
        double slanted = eye.across(x) * (0.5 - 0.25 * along);
        double wave = Math.sin(2 * Math.PI * LASHES_PER_UNIT * slanted + 2.5 * Math.sin(11 * slanted));
        double single = 0.55 + 0.45 * wave * Math.clamp(1 / (LASHES_PER_UNIT * 2 * pixel) - 0.6, 0, 1);
        double fringe = along <= 0 || along >= 1 ? 0 : 0.5 * (1 - along) * single;
        return ends * Math.max(line, fringe);
    }
}
