package avatar.faces.face;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bridges the pictures in which a face was lost. */
final class Gaps {

    private static final double LONGEST_SECONDS = 0.5;

    private Gaps() {}

    /**
     * The faces, with missing ones interpolated between their neighbours; at the ends they equal the nearest.
     *
     * @param faces null where none was found
     * @throws AvatarException {@link ErrorCode#NO_FACE}, with the times, if there are none, or none for longer than can
     *     be interpolated
     */
    static List<Face> bridge(List<@Nullable Face> faces, double fps) {
        List<Gap> gaps = of(faces);
        requireBridgeable(gaps, faces.size(), fps);
        List<Face> whole = new ArrayList<>();
        for (int i = 0; i < faces.size(); i++) {
            Face face = faces.get(i);
            if (face == null) {
                int at = i;
                Gap gap = gaps.stream()
                        .filter(each -> each.contains(at))
                        .findFirst()
                        .orElseThrow();
                face = between(faces, gap, i);
            }
            whole.add(face);
        }
        return whole;
    }

    private static Face between(List<@Nullable Face> faces, Gap gap, int index) {
        Face before = gap.first() == 0 ? null : faces.get(gap.first() - 1);
        Face after = gap.end() == faces.size() ? null : faces.get(gap.end());
        if (before == null || after == null) {
            Face nearest = before == null ? after : before;
            if (nearest == null) {
                throw new IllegalStateException("Expected at least one face");
            }
            return nearest.withConfidence(0);
        }
        double share = (double) (index - gap.first() + 1) / (gap.length() + 1);
        return Face.between(before, after, share).withConfidence(0);
    }

    /** The stretches of {@code null}s. */
    static List<Gap> of(List<@Nullable Face> faces) {
        List<Gap> gaps = new ArrayList<>();
        int first = -1;
        for (int i = 0; i <= faces.size(); i++) {
            boolean missing = i < faces.size() && faces.get(i) == null;
            if (missing && first < 0) {
                first = i;
            } else if (!missing && first >= 0) {
                gaps.add(new Gap(first, i));
                first = -1;
            }
        }
        return gaps;
    }

    private static void requireBridgeable(List<Gap> gaps, int frames, double fps) {
        if (gaps.size() == 1 && gaps.getFirst().length() == frames) {
            String where = frames == 1 ? "the picture" : "%.1f s of pictures".formatted(frames / fps);
            throw new AvatarException(
                    ErrorCode.NO_FACE, "No face in %s; expected one that looks towards the camera".formatted(where));
        }
        String tooLong = gaps.stream()
                .filter(gap -> gap.length() / fps > LONGEST_SECONDS + 1e-6)
                .map(gap -> "from %.2f to %.2f s".formatted(gap.first() / fps, gap.end() / fps))
                .collect(Collectors.joining(", "));
        if (!tooLong.isEmpty()) {
            throw new AvatarException(
                    ErrorCode.NO_FACE,
                    "No face %s; at most %.1f s without one can be bridged".formatted(tooLong, LONGEST_SECONDS));
        }
    }
}
