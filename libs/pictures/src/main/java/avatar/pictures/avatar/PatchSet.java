package avatar.pictures.avatar;

import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiFunction;

/** The mouths of an avatar: a patch of every viseme in every opening, and how far they take the lips. */
public final class PatchSet {

    private final Map<Viseme, Map<Opening, MouthPatch>> patches = new EnumMap<>(Viseme.class);
    private final LipShapes lips;

    /** @param source called once for every viseme in every opening */
    public PatchSet(LipShapes lips, BiFunction<Viseme, Opening, MouthPatch> source) {
        this.lips = lips;
        for (Viseme viseme : Viseme.values()) {
            Map<Opening, MouthPatch> openings = new EnumMap<>(Opening.class);
            for (Opening opening : Opening.values()) {
                openings.put(opening, source.apply(viseme, opening));
            }
            patches.put(viseme, openings);
        }
    }

    MouthPatch patch(Viseme viseme, Opening opening) {
        Map<Opening, MouthPatch> openings = patches.get(viseme);
        MouthPatch patch = openings == null ? null : openings.get(opening);
        if (patch == null) {
            throw new IllegalStateException("No patch for %s, %s".formatted(viseme, opening));
        }
        return patch;
    }

    LipShapes lips() {
        return lips;
    }

    long bytesHeld() {
        return patches.values().stream()
                .flatMap(openings -> openings.values().stream())
                .mapToLong(patch -> patch.premultiplied().length)
                .sum();
    }
}
