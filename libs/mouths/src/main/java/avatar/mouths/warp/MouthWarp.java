package avatar.mouths.warp;

import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.video.BgrImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Bends the mouth of one picture to every viseme.
 *
 * <p>The lips go the way the table of mouth shapes says ({@link MouthShapes}), from this person's own shut lips.
 * {@link FaceBend} takes lips, cheeks and chin along; between the lips {@link MouthInterior} paints. Any number of
 * threads may call it.
 */
public final class MouthWarp {

    /** Shifts of at least so many pixels lose the full sharpness that interpolation costs. */
    private static final double BLURRING_SHIFT = 0.5;

    /** The points of the mesh that are the lips, in the order used throughout this module. */
    public static final List<Integer> LIPS = Lips.INDICES;

    private static final double NO_SHIFT = 0.01;

    private final MouthShapes shapes;
    private final RestingFace face;
    private final MouthPlace place;
    private final MouthColours colours;
    private final Sampler sampler;
    private final Pixels reference;
    private final int[] alphas;
    private final BitSet ownInside;

    /**
     * @param picture a face with its mouth shut, or nearly
     * @param ownMouth places of the lips in other pictures of this head, carried into this picture: the patches
     *     hide them all; may be empty
     */
    public MouthWarp(BgrImage picture, Face face, List<Point> ownMouth) {
        this(picture, face, ownMouth, MouthShapes.standard());
    }

    MouthWarp(BgrImage picture, Face face, List<Point> ownMouth, MouthShapes shapes) {
        this.shapes = shapes;
        this.sampler = new Sampler(picture);
        this.face = RestingFace.of(face, sampler);
        this.place = placeOf(picture, ownMouth);
        this.colours = MouthColours.of(sampler, face, this.face.frame(), this.face.lips());
        this.reference = Pixels.of(picture, place.box());
        this.alphas = alphas(place);
        this.ownInside = ownInside();
    }

    /** The mask is opaque over the lips of every shape, and over the chin at its lowest place. */
    private MouthPlace placeOf(BgrImage picture, List<Point> ownMouth) {
        List<Point> lips = new ArrayList<>(ownMouth);
        face.lips().points().stream().map(face.frame()::toPicture).forEach(lips::add);
        List<Point> chin = new ArrayList<>();
        for (Viseme viseme : Viseme.values()) {
            Lips target = target(viseme, 1);
            target.points().stream().map(face.frame()::toPicture).forEach(lips::add);
            face.tip(face.drop(target)).stream().map(face.frame()::toPicture).forEach(chin::add);
        }
        return MouthPlace.around(lips, chin, picture.width(), picture.height());
    }

    private static int[] alphas(MouthPlace place) {
        PixelBox box = place.box();
        int[] alphas = new int[box.width() * box.height()];
        for (int i = 0; i < alphas.length; i++) {
            double share = place.mask().at(box.x() + i % box.width() + 0.5, box.y() + i / box.width() + 0.5);
            alphas[i] = Math.toIntExact(Math.round(255 * share));
        }
        return alphas;
    }

    /** The pixels of the box that show the inside of the mouth in the picture itself, neither lip nor skin. */
    private BitSet ownInside() {
        MouthInterior.Gap gap = MouthInterior.Gap.of(face.lips(), face.frame());
        BitSet inside = new BitSet();
        for (int i = 0; i < alphas.length; i++) {
            Point here = face.frame().toFace(middleOf(i));
            inside.set(i, !face.lips().isShut() && gap.cover(here.x(), here.y()) > 0);
        }
        return inside;
    }

    private Point middleOf(int i) {
        PixelBox box = place.box();
        return new Point(box.x() + i % box.width() + 0.5, box.y() + i / box.width() + 0.5);
    }

    /** The box of the patches in the picture, in whole pixels, cut at the picture's edge. */
    public PixelBox box() {
        return place.box();
    }

    /** The mask of all patches, in the picture. */
    public Mask mask() {
        return place.mask();
    }

    /** The 40 points of the lips of a viseme in the picture; in silence those of this person's own shut mouth. */
    public List<Point> lips(Viseme viseme) {
        return target(viseme, 1).points().stream().map(face.frame()::toPicture).toList();
    }

    /**
     * Another mouth of this person, for patches with the same mask and box.
     *
     * @param inBox pixels of the box
     * @param open the face in the box, in coordinates of the picture
     */
    public OpenMouth open(BgrImage inBox, Face open) {
        return new OpenMouth(inBox, open, new OpenMouth.Rest(face.frame(), face.shut(), place, reference), alphas);
    }

    /** The patch of a viseme, fully open. */
    public BufferedImage patch(Viseme viseme) {
        return patch(viseme, 1);
    }

    /**
     * The patch of a viseme: of the size of the box, opaque under the soft mask.
     *
     * @param opening part of the way from the shut mouth to the full shape, in (0, 1]
     */
    public BufferedImage patch(Viseme viseme, double opening) {
        return paint(viseme, opening).pixels().toImage(alphas);
    }

    /**
     * Sharpness of the lips and the skin of a patch relative to its source picture ({@link Sharpness#ratio}).
     *
     * @param opening as for {@link #patch(Viseme, double)}
     */
    public double sharpness(Viseme viseme, double opening) {
        Painted painted = paint(viseme, opening);
        return Sharpness.ratio(reference, painted.pixels(), painted.measured());
    }

    /** The mouth of a viseme. */
    public VisemeMouth mouth(Viseme viseme) {
        return new Bent(viseme);
    }

    private final class Bent implements VisemeMouth {

        private final Viseme viseme;

        Bent(Viseme viseme) {
            this.viseme = viseme;
        }

        @Override
        public BufferedImage patch(Opening opening) {
            return MouthWarp.this.patch(viseme, opening.share());
        }

        @Override
        public double sharpness() {
            return MouthWarp.this.sharpness(viseme, Opening.FULL.share());
        }

        @Override
        public List<Point> moves() {
            return MouthWarp.this.moves(viseme);
        }

        @Override
        public String origin() {
            return "warp";
        }
    }

    /** The movement of each of the 40 points of the lips from the shut mouth to a viseme, in eye distances. */
    public List<Point> moves(Viseme viseme) {
        List<Point> shut = face.shut().points();
        List<Point> shaped = target(viseme, 1).points();
        return IntStream.range(0, shut.size())
                .mapToObj(point -> shaped.get(point).minus(shut.get(point)))
                .toList();
    }

    /** The face bent to a viseme. */
    FaceBend bend(Viseme viseme, double opening) {
        return new FaceBend(face, target(viseme, opening), place);
    }

    private Painted paint(Viseme viseme, double opening) {
        if (!(opening > 0 && opening <= 1)) {
            throw new IllegalArgumentException("Invalid opening: expected a value in (0, 1], found " + opening);
        }
        return new Painting(viseme, opening).painted();
    }

    /**
     * The lips in a shape: this person's own in silence, else moved as in the table, scaled by the width of the mouth.
     */
    Lips target(Viseme viseme, double opening) {
        if (viseme == Viseme.SIL) {
            return face.shut();
        }
        double size = Math.clamp(face.lips().width() / shapes.neutral().width(), 0.75, 1.3);
        Lips shut = face.shut().bowedLike(shapes.neutral(), opening * shapes.bow(viseme));
        Lips moved = shut.moved(shapes.moves(viseme), size * opening);
        return viseme == Viseme.M ? moved.pressed() : moved;
    }

    /** @param measured the pixels that are opaque and show lips or skin */
    private record Painted(Pixels pixels, BitSet measured) {}

    /** Builds one patch. */
    private final class Painting {

        private final boolean shut;
        private final FaceBend bend;
        private final MouthInterior interior;
        private final Pixels pixels =
                new Pixels(place.box().width(), place.box().height());
        private final float[] shifted = new float[alphas.length];
        private final float[] covers = new float[alphas.length];

        Painting(Viseme viseme, double opening) {
            shut = MouthShape.isShut(viseme);
            bend = bend(viseme, opening);
            interior = new MouthInterior(
                    MouthShape.inside(viseme), opening, face.shut().seam(), bend.gap(), colours);
        }

        Painted painted() {
            BitSet whole = new BitSet();
            BitSet inside = new BitSet();
            for (int i = 0; i < alphas.length; i++) {
                if (alphas[i] > 0) {
                    bendPixel(i);
                }
                whole.set(i, alphas[i] == 255);
                inside.set(i, covers[i] > 0);
            }
            BitSet notMeasured = (BitSet) inside.clone();
            notMeasured.or(ownInside);
            BitSet measured = Sharpness.without(whole, notMeasured, pixels.width(), pixels.height());
            Pixels sharp = Sharpener.sharpened(pixels, reference, shifted, measured);
            for (int i = inside.nextSetBit(0); i >= 0; i = inside.nextSetBit(i + 1)) {
                Point here = face.frame().toFace(middleOf(i));
                sharp.set(i, sharp.get(i).mix(interior.at(here.x(), here.y()), covers[i]));
            }
            return new Painted(sharp, measured);
        }

        private void bendPixel(int i) {
            Point picture = middleOf(i);
            Point here = face.frame().toFace(picture);
            Point shift = bend.shift(picture, here);
            double length = Math.hypot(shift.x(), shift.y());
            shifted[i] = (float) Math.min(1, length / BLURRING_SHIFT);
            covers[i] = shut ? 0 : (float) bend.gap().cover(here.x(), here.y());
            double below = bend.belowTear(here);
            if (below > 0 && below < 1) {
                Rgb upperLip = sampler.at(picture.plus(bend.shiftAbove(picture)));
                pixels.set(i, upperLip.mix(sampler.at(picture.plus(bend.shiftBelow(picture))), below));
            } else {
                pixels.set(i, length < NO_SHIFT ? reference.get(i) : sampler.at(picture.plus(shift)));
            }
        }
    }

    static int argb(int alpha, Rgb colour) {
        return alpha << 24
                | Math.toIntExact(Math.round(colour.red())) << 16
                | Math.toIntExact(Math.round(colour.green())) << 8
                | Math.toIntExact(Math.round(colour.blue()));
    }
}
