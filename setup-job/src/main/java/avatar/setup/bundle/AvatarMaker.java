package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Box;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.face.Face;
import avatar.setup.face.FaceTracker;
import avatar.setup.track.FaceLight;
import avatar.setup.track.HeadTrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes an avatar from a video: the recipe, step by step. */
public final class AvatarMaker {

    /** Raised when the same video and settings give another bundle than before. */
    static final int VERSION = 1;

    private final Consumer<String> progress;

    /** @param progress told in a sentence what is being done */
    public AvatarMaker(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Makes the bundle, or leaves the one that is there if it is whole and was made from the same video with the same settings.
     *
     * @return what was written where, in a sentence
     * @throws AvatarException if it can't be made; then nothing was written
     */
    public String make(AvatarRequest request) {
        try {
            AvatarManifest.Source source = sourceOf(request.video());
            Path target = request.folder().resolve(request.id());
            if (!request.force() && isMade(target, source, request)) {
                return "Avatar '%s' is in %s already".formatted(request.id(), target);
            }
            Files.createDirectories(request.folder());
            try (BundleFolder folder = BundleFolder.beside(target)) {
                String summary = fill(folder, request, source);
                folder.publish();
                return "Avatar '%s' written to %s: %s".formatted(request.id(), target, summary);
            }
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "Avatar '%s' can't be written: %s".formatted(request.id(), e), e);
        } catch (UncheckedIOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED,
                    "Avatar '%s' can't be written: %s".formatted(request.id(), e.getCause()),
                    e);
        }
    }

    private static AvatarManifest.Source sourceOf(Path video) throws IOException {
        try {
            return new AvatarManifest.Source(video.getFileName().toString(), AvatarBundle.sha256(video));
        } catch (NoSuchFileException e) {
            throw new AvatarException(ErrorCode.UNREADABLE_VIDEO, "There is no file '%s'".formatted(video), e);
        }
    }

    private static boolean isMade(Path target, AvatarManifest.Source source, AvatarRequest request) {
        return openIfWhole(target)
                .map(AvatarBundle::manifest)
                .filter(made -> made.source().sha256().equals(source.sha256()))
                .filter(made -> made.settings().equals(request.settings()))
                .isPresent();
    }

    /** Whether there is a bundle, and nothing of it is missing or changed. */
    public static boolean isWhole(Path folder) {
        return openIfWhole(folder).isPresent();
    }

    private static Optional<AvatarBundle> openIfWhole(Path folder) {
        try {
            return Optional.of(AvatarBundle.open(folder));
        } catch (AvatarException e) {
            return Optional.empty();
        }
    }

    private String fill(BundleFolder folder, AvatarRequest request, AvatarManifest.Source source) throws IOException {
        progress.accept("Reading '%s'".formatted(source.file()));
        BaseVideo base = BaseVideo.make(request.video(), folder.file(AvatarBundle.BASE_VIDEO), request.maxSeconds());
        int frame = Reference.frameOf(request, base);

        progress.accept(
                "Finding the face in %d frames of %dx%d".formatted(base.frameCount(), base.width(), base.height()));
        FaceTracker.Tracked tracked = track(base);
        Reference reference = Reference.of(base, tracked.faces(), frame);

        progress.accept("Making the mouths of frame %d".formatted(frame));
        PatchSet patches = PatchSet.make(reference, folder);
        folder.writeJson(AvatarBundle.TRACK, trackOf(base, tracked.faces(), reference, patches));
        folder.writeJson(AvatarBundle.LANDMARKS, landmarksOf(reference.face()));
        folder.writeManifest(manifestOf(request, source, base, patches, folder.checksums(), frame));
        return summary(base, tracked, reference.face());
    }

    private static FaceTracker.Tracked track(BaseVideo base) {
        try (FaceTracker tracker = new FaceTracker()) {
            return tracker.track(base);
        }
    }

    private static Track trackOf(BaseVideo base, List<Face> faces, Reference reference, PatchSet patches) {
        List<Similarity> head = HeadTrack.of(faces, reference.frame());
        FaceLight light = new FaceLight(reference.picture(), patches.mouthBox());
        List<Track.TrackedFrame> frames = new ArrayList<>();
        base.forEach((index, picture) -> frames.add(new Track.TrackedFrame(
                head.get(index), faces.get(index).confidence(), light.gain(picture, head.get(index)))));
        return new Track(Track.VERSION, frames);
    }

    private static Map<String, Object> landmarksOf(Face face) {
        List<List<Double>> points = face.landmarks68().stream()
                .map(point -> List.of(point.x(), point.y()))
                .toList();
        return Map.of("version", 1, "points", points);
    }

    private static AvatarManifest manifestOf(
            AvatarRequest request,
            AvatarManifest.Source source,
            BaseVideo base,
            PatchSet patches,
            Map<String, String> checksums,
            int frame) {
        return new AvatarManifest(
                AvatarManifest.VERSION,
                request.id(),
                source,
                base.width(),
                base.height(),
                base.fps(),
                base.frameCount(),
                frame,
                PatchSet.ENGINE,
                request.settings(),
                Box.ofPixels(patches.mouthBox(), base.width(), base.height()),
                Box.ofPixels(patches.eyeBox(), base.width(), base.height()),
                checksums);
    }

    private static String summary(BaseVideo base, FaceTracker.Tracked tracked, Face face) {
        String faces =
                tracked.facesInFirst() > 1 ? "the largest of %d faces".formatted(tracked.facesInFirst()) : "one face";
        return "%d frames of %dx%d at %.2f a second, %s, %.0f px between the outer corners of the eyes"
                .formatted(base.frameCount(), base.width(), base.height(), base.fps(), faces, face.eyeDistance());
    }
}
