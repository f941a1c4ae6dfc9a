package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Box;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.loop.LoopPlan;
import avatar.faces.loop.SeamMeter;
import avatar.faces.track.EdgeContrast;
import avatar.faces.track.FaceLight;
import avatar.faces.track.Ring;
import avatar.faces.video.BgrImage;
import avatar.faces.video.WatchedClip;
import avatar.mouths.engine.MouthEngine;
import avatar.mouths.engine.MouthSource;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.VisemeMouth;
import avatar.setup.progress.Progress;
import avatar.setup.progress.Stage;
import avatar.setup.report.QualityReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Makes one avatar: the recipe, step by step. */
final class Making {

    private final AvatarRequest request;
    private final AvatarManifest.Source source;
    private final BundleFolder folder;
    private final Progress progress;

    Making(AvatarRequest request, AvatarManifest.Source source, BundleFolder folder, Progress progress) {
        this.request = request;
        this.source = source;
        this.folder = folder;
        this.progress = progress;
    }

    /** Writes all files of the bundle, and returns a summary of it. */
    String run() throws IOException {
        Footage footage = Footage.of(request, progress);
        LoopPlan plan = footage.plan(request.settings());
        int frame = footage.referenceFrame(plan, request.settings());
        List<Similarity> track = footage.track(plan, frame);
        List<Face> faces = footage.facesOf(plan);

        BaseVideo.Change blinks =
                request.settings().blinks() ? blinking(footage, plan, frame) : (number, image) -> image;
        AtomicReference<BgrImage> picture = new AtomicReference<>();
        BaseVideo base =
                BaseVideo.write(footage.clip(), plan, folder.file(AvatarBundle.BASE_VIDEO), (number, image) -> {
                    progress.at(Stage.LOOP, (double) number / plan.frames().size());
                    if (number == frame) {
                        picture.set(image);
                    }
                    return blinks.apply(number, image);
                });
        Reference reference = Reference.of(
                frame, Objects.requireNonNull(picture.get()).cropped(base.width(), base.height()), faces, track);
        PatchSet patches = patches(reference, footage, plan.frames().get(frame).source());
        LightPass light = new LightPass(
                track,
                faces,
                new FaceLight(reference.picture(), Ring.of(patches.shut(), patches.mouthBox())),
                new EdgeContrast(patches.shut(), patches.mouthBox()));
        SeamMeter seam = new SeamMeter(plan);
        progress.watch(Stage.LIGHT, new WatchedClip(base, seam), base.frameCount())
                .forEach(light);

        QualityReport report = new QualityReport(
                QualityReport.VERSION,
                request.id(),
                base.frameCount(),
                base.fps(),
                Quality.detection(footage.tracked(), base.fps(), reference.face()),
                Quality.steadiness(footage.tracked(), track, faces, reference.face()),
                Quality.seam(plan, seam.report()),
                patches.sharpness(),
                Quality.edgeContrast(light.edgeContrast()),
                patches.origins());

        folder.writeJson(AvatarBundle.TRACK, light.track());
        folder.writeJson(AvatarBundle.LANDMARKS, landmarksOf(reference.face()));
        folder.writeJson(AvatarBundle.REPORT, report);
        folder.writeManifest(manifestOf(base, patches, folder.checksums(), frame));
        return summary(base, footage, reference.face());
    }

    private PatchSet patches(Reference reference, Footage footage, int frame) throws IOException {
        MouthEngine engine = request.settings().engine();
        double share = engine.share();
        MouthSource mouthSource = new MouthSource(
                reference.picture(), reference.face(), footage.clip(), footage.faces(), frame, request.work());
        MouthWarp warp = new MouthWarp(reference.picture(), reference.face(), reference.ownMouth());
        Map<Viseme, ? extends VisemeMouth> made =
                engine.mouths(warp, mouthSource, done -> progress.at(Stage.MOUTHS, share * done));
        return PatchSet.write(
                reference, warp, made, folder, done -> progress.at(Stage.MOUTHS, share + (1 - share) * done));
    }

    private static Blinking blinking(Footage footage, LoopPlan plan, int frame) {
        int source = plan.frames().get(frame).source();
        return new Blinking(
                footage.picture(source),
                footage.faces().get(source),
                footage.rigidTrack(plan, frame),
                footage.clip().fps());
    }

    private static Map<String, Object> landmarksOf(Face face) {
        List<List<Double>> points = face.landmarks68().stream()
                .map(point -> List.of(point.x(), point.y()))
                .toList();
        return Map.of("version", 1, "points", points);
    }

    private AvatarManifest manifestOf(BaseVideo base, PatchSet patches, Map<String, String> checksums, int frame) {
        return new AvatarManifest(
                AvatarManifest.VERSION,
                request.id(),
                source,
                base.width(),
                base.height(),
                base.fps(),
                base.frameCount(),
                frame,
                request.settings().engine().name(),
                request.settings().toManifest(),
                Box.ofPixels(patches.mouthBox(), base.width(), base.height()),
                Box.ofPixels(patches.eyeBox(), base.width(), base.height()),
                checksums);
    }

    private static String summary(BaseVideo base, Footage footage, Face face) {
        int seen = footage.tracked().facesSeen();
        String remark = footage.remark();
        return "%d frames of %dx%d at %.2f a second, %s, %.0f px between the outer corners of the eyes%s"
                .formatted(
                        base.frameCount(),
                        base.width(),
                        base.height(),
                        base.fps(),
                        seen > 1 ? "one of %d faces".formatted(seen) : "one face",
                        face.eyeDistance(),
                        remark == null ? "" : "; " + remark);
    }
}
