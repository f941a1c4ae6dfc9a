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

/** Goes through a clip and keeps, of the frames that show a viseme, the sharpest; no more than one for each at a time. */
final class Gathering implements Clip.Visitor {

    /** In eye distances. */
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

    /** From each viseme that a frame shows. */
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

    /** What of a frame is seen through the box, with room for the edge to be moved. */
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
