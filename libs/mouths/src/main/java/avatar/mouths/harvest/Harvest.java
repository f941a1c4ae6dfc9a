package avatar.mouths.harvest;

import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.face.Point;
import avatar.faces.track.FaceLight;
import avatar.faces.track.Ring;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.OpenMouth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the mouths of an avatar in the frames of its video.
 *
 * <p>A viseme is taken from the frame whose lips are nearest to those that {@link MouthWarp} would make, if any are
 * near; of frames about as near, from the sharpest. Frames in which the head is turned away don't count.
 */
public final class Harvest {

    private Harvest() {}

    /**
     * The visemes that occur; reads the clip once if there are any.
     *
     * @param reference the reference frame
     * @param warp of that frame, whose mask and box the mouths get
     */
    public static Map<Viseme, Harvested> of(TrackedClip clip, BgrImage reference, MouthWarp warp) {
        Map<Viseme, List<Offers.Offer>> offers = offers(clip, warp);
        if (offers.isEmpty()) {
            return Map.of();
        }
        FaceLight light = new FaceLight(reference, Ring.of(warp.patch(Viseme.SIL), warp.box()));
        Gathering gathering = new Gathering(clip, offers, warp.box(), light);
        clip.clip().forEach(gathering);
        Transplant transplant = new Transplant(reference, clip.referenceFace(), warp.mask(), warp.box());
        Map<Viseme, Harvested> harvested = new EnumMap<>(Viseme.class);
        gathering.takes().forEach((viseme, take) -> {
            Similarity place = clip.place(take.frame(), middle(warp.lips(viseme)));
            Face brought = clip.brought(take.frame(), place);
            OpenMouth mouth = warp.open(transplant.inBox(take, place, brought), brought);
            harvested.put(viseme, new Harvested(mouth, take.frame(), take.distance()));
        });
        return harvested;
    }

    private static Point middle(List<Point> lips) {
        return lips.getFirst().plus(lips.get(LipShape.OTHER_CORNER)).times(0.5);
    }

    private static Map<Viseme, List<Offers.Offer>> offers(TrackedClip clip, MouthWarp warp) {
        double unit = clip.referenceFace().eyeDistance();
        Map<Viseme, LipShape> wanted = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            wanted.put(viseme, LipShape.of(warp.lips(viseme), unit));
        }
        Map<Integer, LipShape> seen = new TreeMap<>();
        Eligible.frames(clip)
                .forEach(frame -> seen.put(
                        frame, LipShape.of(clip.brought(frame, clip.track().get(frame)), unit)));
        return Offers.of(wanted, LipShape.of(warp.lips(Viseme.SIL), unit), seen);
    }
}
