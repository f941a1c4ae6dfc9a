package avatar.mouths.warp;

import avatar.faces.face.Face;
import avatar.faces.face.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The colours of the inside of a mouth, in the light of the face.
 *
 * @param teeth in full light
 */
record MouthColours(Rgb cavity, Rgb tongue, Rgb teeth) {

    /** On the skin beside and below the mouth, in face coordinates. */
    private static final List<Point> SKIN = List.of(
            new Point(-0.42, 0),
            new Point(0.42, 0),
            new Point(-0.3, 0.22),
            new Point(0.3, 0.22),
            new Point(-0.38, -0.15),
            new Point(0.38, -0.15));

    /** Corner, upper lid, corner, lower lid of both eyes. */
    private static final int[][] EYES = {{33, 159, 133, 145}, {362, 386, 263, 374}};

    static MouthColours of(Sampler sampler, Face face, FaceFrame frame, Lips lips) {
        Rgb skin = mean(sampler, frame, SKIN);
        Rgb red = mean(sampler, frame, middles(lips));
        double light = skin.luma();
        Rgb tongue =
                red.mix(new Rgb(light * 1.05, light * 0.52, light * 0.5), 0.6).times(0.82);
        double white = Math.clamp(0.5 * (0.75 * light + 120) + 0.55 * eyeWhite(sampler, face), 125, 225);
        return new MouthColours(
                red.mix(Rgb.grey(0), 0.35).times(0.42), tongue, new Rgb(white, white * 0.945, white * 0.86));
    }

    /** The middle of both lips, but not their corners. */
    private static List<Point> middles(Lips lips) {
        List<Point> middles = new ArrayList<>();
        for (int i = 3; i <= 7; i++) {
            middles.add(lips.outerUpper().get(i).plus(lips.innerUpper().get(i)).times(0.5));
            middles.add(lips.outerLower().get(i).plus(lips.innerLower().get(i)).times(0.5));
        }
        return middles;
    }

    private static Rgb mean(Sampler sampler, FaceFrame frame, List<Point> places) {
        Rgb sum = Rgb.grey(0);
        for (Point place : places) {
            Rgb here = sampler.at(frame.toPicture(place));
            sum = new Rgb(sum.red() + here.red(), sum.green() + here.green(), sum.blue() + here.blue());
        }
        return sum.times(1.0 / places.size());
    }

    /** Brightness of the white of the eyes, 0..255, which teeth nearly have. */
    private static double eyeWhite(Sampler sampler, Face face) {
        List<Double> lumas = new ArrayList<>();
        for (int[] eye : EYES) {
            List<Point> rim = face.at(eye);
            for (double across = 0.15; across < 0.9; across += 0.025) {
                for (double down = 0.3; down < 0.8; down += 0.1) {
                    Point level = rim.get(0).times(1 - across).plus(rim.get(2).times(across));
                    Point lids = rim.get(3).minus(rim.get(1)).times((down - 0.5) * 4 * across * (1 - across));
                    lumas.add(sampler.at(level.plus(lids)).luma());
                }
            }
        }
        lumas.sort(Comparator.naturalOrder());
        return lumas.get(lumas.size() * 85 / 100);
    }
}
