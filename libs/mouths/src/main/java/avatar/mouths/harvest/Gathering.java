package avatar.mouths.harvest;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.track.FaceLight;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads a clip and keeps the sharpest frame of each viseme; never more than one of each in memory. */
final class Gathering implements Clip.Visitor {

    /** Margin around the box, in eye distances. */
    private static final double ROOM = 0.15;

    private final TrackedClip clip;
    private final Map<Viseme, List<Offers.Offer>> offers;
    private final PixelBox box;
    private final FaceLight light;
    private final Map<Viseme, Take> takes = new EnumMap<>(Viseme.class);

    /** @param box of the mouth in the reference frame */
    Gathering(TrackedClip clip, Map<Viseme, List<Offers.Offer>> offers, PixelBox box, FaceLight light) {
        this.clip = clip;
        this.offers = offers;
        this.box = box;
        this.light = light;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        Map<Viseme, Double> distances = distances(index);
        if (distances.isEmpty()) {
            return;
        }
        double sharpness = MouthSharpness.of(picture, clip.faces().get(index));
        distances.keySet().removeIf(viseme -> isHeldAsSharp(viseme, sharpness));
        if (!distances.isEmpty()) {
            Similarity place = clip.track().get(index);
            Cutting cutting = Cutting.of(picture, seen(place));
            List<Double> gain = light.gain(picture, place);
            distances.forEach(
                    (viseme, distance) -> takes.put(viseme, new Take(index, cutting, gain, distance, sharpness)));
        }
    }

    /** The sharpest frame of each viseme that occurs. */
    private Map<Viseme, Double> distances(int frame) {
        Map<Viseme, Double> distances = new EnumMap<>(Viseme.class);
        offers.forEach((viseme, list) -> list.stream()
                .filter(offer -> offer.frame() == frame)
                .forEach(offer -> distances.put(viseme, offer.distance())));
        return distances;
    }

    private boolean isHeldAsSharp(Viseme viseme, double sharpness) {
        Take held = takes.get(viseme);
        return held != null && held.sharpness() >= sharpness;
    }

    /** The part of a frame inside the box, with a margin for shifts. */
    private PixelBox seen(Similarity place) {
        double room = ROOM * clip.referenceFace().eyeDistance();
        Rectangle2D wanted =
                new Rectangle2D.Double(box.x() - room, box.y() - room, box.width() + 2 * room, box.height() + 2 * room);
        AffineTransform onto = new AffineTransform(place.a(), place.b(), -place.b(), place.a(), place.tx(), place.ty());
        Rectangle seen = onto.createTransformedShape(wanted).getBounds();
        return new PixelBox(seen.x, seen.y, seen.width, seen.height);
    }

    Map<Viseme, Take> takes() {
        return takes;
    }
}
