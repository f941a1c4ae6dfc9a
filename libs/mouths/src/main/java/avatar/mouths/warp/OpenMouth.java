package avatar.mouths.warp;

import avatar.contract.bundle.PixelBox;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A mouth from a picture in all openings: the lips move in front of the teeth, which keep their place.
 *
 * <p>Any number of threads may call it.
 */
public final class OpenMouth {

    private final Rest rest;
    private final MouthPlace place;
    private final RestingFace face;
    private final Sampler sampler;
    private final BgrImage picture;
    private final int[] alphas;

    /**
     * The shut mouth that an opening starts from.
     *
     * @param shut in the coordinates of the frame
     * @param reference pixels of the box with the shut mouth
     */
    record Rest(FaceFrame frame, Lips shut, MouthPlace place, Pixels reference) {}

    /** @param alphas of the patches, 0..255 */
    OpenMouth(BgrImage inBox, Face open, Rest rest, int[] alphas) {
        this.rest = rest;
        this.alphas = alphas;
        this.place = rest.place().inBox();
        this.picture = inBox;
        this.sampler = new Sampler(inBox);
        PixelBox box = rest.place().box();
        Point origin = new Point(box.x(), box.y());
        Face moved =
                new Face(open.mesh().stream().map(point -> point.minus(origin)).toList(), open.confidence());
        this.face = RestingFace.of(moved, rest.frame().moved(-box.x(), -box.y()), sampler);
    }

    /**
     * The patch of an opening.
     *
     * @param opening part of the way from the shut mouth to this one, in (0, 1]
     */
    public BufferedImage patch(double opening) {
        return painted(opening).toImage(alphas);
    }

    /** Sharpness of its lips and skin relative to the shut mouth ({@link Sharpness#ratio}), fully open. */
    public double sharpness() {
        return Sharpness.ratio(rest.reference(), painted(1), measured(gap(face.lips())));
    }

    /** The movement of each of the 40 points of the lips from the shut mouth, in eye distances. */
    public List<Point> moves() {
        List<Point> shut = rest.shut().points();
        List<Point> open = face.lips().points();
        return IntStream.range(0, shut.size())
                .mapToObj(i -> open.get(i).minus(shut.get(i)))
                .toList();
    }

    private Pixels painted(double opening) {
        if (!(opening > 0 && opening <= 1)) {
            throw new IllegalArgumentException("Invalid opening: expected a value in (0, 1], found " + opening);
        }
        Pixels pixels = opening == 1 ? Pixels.of(picture, place.box()) : bent(lips(opening));
        float[] all = new float[alphas.length];
        Arrays.fill(all, 1);
        return Sharpener.sharpened(pixels, rest.reference(), all, measured(gap(lips(opening))));
    }

    private Lips lips(double opening) {
        List<Point> shut = rest.shut().points();
        List<Point> open = face.lips().points();
        List<Point> between = new ArrayList<>();
        for (int i = 0; i < shut.size(); i++) {
            between.add(shut.get(i).times(1 - opening).plus(open.get(i).times(opening)));
        }
        return Lips.of(between);
    }

    private MouthInterior.Gap gap(Lips lips) {
        return MouthInterior.Gap.of(lips, face.frame());
    }

    private BitSet measured(MouthInterior.Gap gap) {
        BitSet whole = new BitSet();
        BitSet inside = new BitSet();
        for (int i = 0; i < alphas.length; i++) {
            Point here = face.frame().toFace(middleOf(i));
            whole.set(i, alphas[i] == 255);
            inside.set(i, gap.cover(here.x(), here.y()) > 0);
        }
        return Sharpness.without(whole, inside, place.box().width(), place.box().height());
    }

    private Pixels bent(Lips target) {
        FaceBend bend = new FaceBend(face, target, place);
        MouthInterior.Gap open = gap(face.lips());
        Pixels pixels = new Pixels(place.box().width(), place.box().height());
        for (int i = 0; i < alphas.length; i++) {
            if (alphas[i] > 0) {
                Point at = middleOf(i);
                Point here = face.frame().toFace(at);
                double cover = bend.gap().cover(here.x(), here.y());
                Rgb colour = cover < 1 ? skin(bend, at, here) : Rgb.grey(0);
                pixels.set(i, cover > 0 ? colour.mix(inside(bend.gap(), open, here), cover) : colour);
            }
        }
        return pixels;
    }

    private Rgb skin(FaceBend bend, Point at, Point here) {
        double below = bend.belowTear(here);
        if (below > 0 && below < 1) {
            Rgb upperLip = sampler.at(at.plus(bend.shiftAbove(at)));
            return upperLip.mix(sampler.at(at.plus(bend.shiftBelow(at))), below);
        }
        return sampler.at(at.plus(bend.shift(at, here)));
    }

    /** The pixels between the lips, including those that the lips of a smaller opening hide. */
    private Rgb inside(MouthInterior.Gap gap, MouthInterior.Gap open, Point here) {
        double across = Math.clamp((here.x() - gap.middle()) / gap.halfWidth(), -1, 1);
        double x = open.middle() + across * open.halfWidth();
        double upper = open.upper().at(x);
        double lower = Math.max(upper, open.lower().at(x));
        return sampler.at(face.frame().toPicture(new Point(x, Math.clamp(here.y(), upper, lower))));
    }

    private Point middleOf(int i) {
        int width = place.box().width();
        int row = i / width;
        return new Point(i % width + 0.5, row + 0.5);
    }
}
