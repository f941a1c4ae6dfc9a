package avatar.setup.bundle;

import avatar.contract.bundle.Similarity;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.faces.face.Face;
import avatar.faces.face.FaceTracker;
import avatar.faces.loop.ClipFeatures;
import avatar.faces.loop.HeadPath;
import avatar.faces.loop.LoopFrame;
import avatar.faces.loop.LoopMode;
import avatar.faces.loop.LoopPlan;
import avatar.faces.loop.LoopPlanner;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import avatar.faces.video.OnePicture;
import avatar.faces.video.VideoClip;
import avatar.faces.video.VideoLimits;
import avatar.faces.video.WatchedClip;
import avatar.setup.portrait.Portrait;
import avatar.setup.portrait.PortraitClip;
import avatar.setup.progress.Progress;
import avatar.setup.progress.Stage;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The source of an avatar: a clip, and the face in each of its pictures.
 *
 * @param features that a loop is chosen by; null for a clip that was made as a loop
 * @param remark what of the source was not used although it was wanted; null if all was used
 */
record Footage(
        Clip clip,
        FaceTracker.Tracked tracked,
        @Nullable ClipFeatures features,
        @Nullable String remark) {

    /** Fewer pictures make no loop. */
    private static final int FEWEST_FRAMES = 2;

    /**
     * Reads a video or a picture and tracks its face.
     *
     * @throws AvatarException {@link ErrorCode#UNREADABLE_VIDEO}, {@link ErrorCode#NO_FACE}
     */
    static Footage of(AvatarRequest request, Progress progress) {
        return Portrait.isStill(request.source()) ? ofStill(request, progress) : ofVideo(request, progress);
    }

    /** Animates a picture. The movement of its face is known, and need not be tracked. */
    private static Footage ofStill(AvatarRequest request, Progress progress) {
        progress.at(Stage.FIND, 0);
        BgrImage still = Portrait.read(request.source());
        try (FaceTracker tracker = new FaceTracker()) {
            Clip once = new OnePicture(still);
            FaceTracker.Tracked found =
                    tracker.track(once, once, request.settings().face());
            PortraitClip clip = new PortraitClip(still, found.faces().getFirst());
            List<Face> faces =
                    IntStream.range(0, clip.frameCount()).mapToObj(clip::face).toList();
            return new Footage(clip, new FaceTracker.Tracked(faces, faces, List.of(), found.facesSeen()), null, null);
        }
    }

    /**
     * Reads a video, and tracks the face in it.
     *
     * @throws AvatarException {@link ErrorCode#UNREADABLE_VIDEO}, {@link ErrorCode#NO_FACE}
     */
    private static Footage ofVideo(AvatarRequest request, Progress progress) {
        VideoLimits limits = VideoLimits.DEFAULT
                .withMaxSeconds(request.settings().maxSeconds())
                .withWork(request.reading());
        VideoClip clip = VideoClip.open(request.source(), limits);
        ClipFeatures features = new ClipFeatures();
        Clip first = progress.watch(Stage.FIND, new WatchedClip(clip.quick(), features), clip.expectedPictures());
        Clip second = progress.watch(Stage.FOLLOW, clip.quick(), clip.expectedPictures());
        try (FaceTracker tracker = new FaceTracker()) {
            FaceTracker.Tracked tracked =
                    tracker.track(first, second, request.settings().face());
            requireEnough(tracked.faces().size(), request);
            return new Footage(clip, tracked, features, shortened(clip, tracked, request));
        }
    }

    /** A second less can have other reasons: headers are often wrong by some pictures. */
    private static @Nullable String shortened(VideoClip clip, FaceTracker.Tracked tracked, AvatarRequest request) {
        double used = tracked.faces().size() / clip.fps();
        double wanted = Math.min(clip.statedSeconds(), request.settings().maxSeconds());
        return used > wanted - 1
                ? null
                : "used the first %.1f s of %.1f s, since its pictures are many or large".formatted(used, wanted);
    }

    /** One picture of the clip; reads the whole clip. */
    BgrImage picture(int source) {
        AtomicReference<BgrImage> found = new AtomicReference<>();
        clip.forEach((index, picture) -> {
            if (index == source) {
                found.set(picture);
            }
        });
        return Objects.requireNonNull(found.get());
    }

    private static void requireEnough(int pictures, AvatarRequest request) {
        if (pictures < FEWEST_FRAMES) {
            throw new AvatarException(
                    ErrorCode.UNREADABLE_VIDEO,
                    "'%s' has %d picture; a loop needs at least %d"
                            .formatted(request.source().getFileName(), pictures, FEWEST_FRAMES));
        }
    }

    List<Face> faces() {
        return tracked.faces();
    }

    /**
     * Plans the loop.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_FRAME} if the requested frame does not exist
     */
    LoopPlan plan(AvatarSettings settings) {
        int pictures = faces().size();
        OptionalInt frame = settings.frame().among(pictures);
        if (features == null) {
            List<LoopFrame> all = IntStream.range(0, pictures)
                    .mapToObj(i -> new LoopFrame(i, i, 0))
                    .toList();
            return new LoopPlan(LoopMode.CUT, all, "it was made as a loop");
        }
        return LoopPlanner.plan(settings.loop(), features, head(), frame, clip.fps());
    }

    /** The number in the loop of the frame that the mouths are made from. */
    int referenceFrame(LoopPlan plan, AvatarSettings settings) {
        OptionalInt frame = settings.frame().among(faces().size());
        if (frame.isPresent()) {
            return plan.indexOf(frame.getAsInt()).orElseThrow();
        }
        List<Integer> candidates = IntStream.range(0, plan.frames().size())
                .filter(number -> !plan.frames().get(number).isMixed())
                .filter(number -> faceOf(plan, number).confidence() > 0)
                .boxed()
                .toList();
        return Reference.choose(facesOf(plan), candidates, best -> strangeness(plan, best));
    }

    private List<Double> strangeness(LoopPlan plan, List<Integer> frames) {
        if (features == null) {
            return Collections.nCopies(frames.size(), 0.0);
        }
        return features.strangeness(
                head(),
                frames.stream().map(frame -> plan.frames().get(frame).source()).toList());
    }

    private HeadPath head() {
        return new HeadPath(
                HeadTrack.rigid(faces(), 0, clip.fps()), faces().getFirst().box());
    }

    /** The face of each frame of the loop. */
    List<Face> facesOf(LoopPlan plan) {
        return IntStream.range(0, plan.frames().size())
                .mapToObj(frame -> faceOf(plan, frame))
                .toList();
    }

    private Face faceOf(LoopPlan plan, int frame) {
        LoopFrame made = plan.frames().get(frame);
        Face source = faces().get(made.source());
        return made.isMixed() ? Face.between(source, faces().get(made.other()), made.mix()) : source;
    }

    /** The track of the upper face from that frame of the loop to each frame. */
    List<Similarity> rigidTrack(LoopPlan plan, int referenceFrame) {
        int source = plan.frames().get(referenceFrame).source();
        return HeadTrack.relativeTo(plan.track(HeadTrack.rigid(faces(), source, clip.fps())), referenceFrame);
    }

    /** The track of the mouth from that frame of the loop to each frame. */
    List<Similarity> track(LoopPlan plan, int referenceFrame) {
        int source = plan.frames().get(referenceFrame).source();
        return HeadTrack.relativeTo(plan.track(HeadTrack.of(faces(), source, clip.fps())), referenceFrame);
    }
}
