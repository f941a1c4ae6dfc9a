package avatar.mouths.sadtalker;

import avatar.contract.bundle.Opening;
import avatar.contract.bundle.Similarity;
import avatar.contract.viseme.Viseme;
import avatar.faces.face.Face;
import avatar.faces.track.HeadTrack;
import avatar.faces.video.BgrImage;
import avatar.mouths.warp.MouthWarp;
import avatar.mouths.warp.OpenMouth;
import avatar.phonetics.flite.Flite;
import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.pipeline.Coefficients;
import avatar.sadtalker.pipeline.Expressions;
import avatar.sadtalker.pipeline.Landmarks;
import avatar.sadtalker.pipeline.Photo;
import avatar.sadtalker.pipeline.Place;
import avatar.sadtalker.pipeline.Renderer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * Renders the mouths of all visemes, each in three openings, which are interpolated between faces and not between
 * pictures. Silence is the same in all openings. The head is held as in the photo, or moves in a style and the mouth is
 * brought back to its place.
 */
public final class SadTalkerMouths {

    /** Raised when the same photo and models give other pictures than before. */
    private static final int VERSION = 1;

    private final BgrImage reference;
    private final Face face;
    private final SadTalkerSettings settings;
    private final ModelBundle models;

    /**
     * The mouths of one face.
     *
     * @param face in the reference frame
     */
    public SadTalkerMouths(BgrImage reference, Face face, SadTalkerSettings settings, ModelBundle models) {
        this.reference = reference;
        this.face = face;
        this.settings = settings;
        this.models = models;
    }

    /**
     * Makes the mouths of all visemes.
     *
     * @param warp whose mask and box they get
     * @param work the folder that pictures are kept in until the avatar is complete
     * @param progress called before each picture with the part that is done, 0..1
     * @throws avatar.contract.problem.AvatarException INVALID_MODEL
     */
    public Map<Viseme, RenderedMouth> make(MouthWarp warp, Path work, DoubleConsumer progress) {
        Execution execution = Execution.on(settings.device(), settings.log());
        Photo photo = Photo.of(PictureConversion.of(reference), landmarks(), models, execution);
        Map<Viseme, Coefficients> faces = faces(execution, photo);
        try {
            RenderedPictures pictures = RenderedPictures.open(work, key(photo));
            return mouths(faces, photo, warp, render(execution, photo, faces, pictures, progress));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The origin of the networks' coordinates is the middle of the first pixel. */
    private Landmarks landmarks() {
        return new Landmarks(face.landmarks68().stream()
                .map(point -> new Place(point.x() - 0.5, point.y() - 0.5))
                .toList());
    }

    private Map<Viseme, Coefficients> faces(Execution execution, Photo photo) {
        try (Flite flite = Flite.open();
                Expressions expressions = Expressions.of(models, execution);
                Heads heads = new Heads(models, execution, photo.face().pose(), settings.style())) {
            return new VisemeFaces(expressions, heads, flite, photo.face(), settings.expressionScale()).all();
        }
    }

    private String key(Photo photo) throws IOException {
        byte[] manifest = Files.readAllBytes(models.folder().resolve(ModelBundle.MANIFEST));
        return Fingerprint.of(VERSION, settings.expressionScale(), settings.pose(), manifest, photo.picture());
    }

    private static String name(Viseme viseme, Opening opening) {
        return viseme.label() + "_" + (viseme == Viseme.SIL ? Opening.FULL : opening).name();
    }

    private Map<String, BufferedImage> render(
            Execution execution,
            Photo photo,
            Map<Viseme, Coefficients> faces,
            RenderedPictures pictures,
            DoubleConsumer progress)
            throws IOException {
        Coefficients shut = Objects.requireNonNull(faces.get(Viseme.SIL));
        Map<String, Coefficients> wanted = new LinkedHashMap<>();
        faces.forEach((viseme, full) -> {
            for (Opening opening : Opening.values()) {
                double share = viseme == Viseme.SIL ? 0 : opening.share();
                wanted.put(name(viseme, opening), shut.withPose(full.pose()).towards(full, share));
            }
        });
        Map<String, BufferedImage> rendered = new HashMap<>();
        try (Lazily lazily = new Lazily(() -> Renderer.of(models, execution, photo))) {
            for (Map.Entry<String, Coefficients> one : wanted.entrySet()) {
                progress.accept((double) rendered.size() / wanted.size());
                rendered.put(
                        one.getKey(),
                        pictures.get(one.getKey(), () -> lazily.get().picture(one.getValue())));
            }
        }
        return rendered;
    }

    private Map<Viseme, RenderedMouth> mouths(
            Map<Viseme, Coefficients> faces, Photo photo, MouthWarp warp, Map<String, BufferedImage> rendered) {
        Map<Viseme, RenderedMouth> mouths = new EnumMap<>(Viseme.class);
        try (PastedFace paste = new PastedFace(reference, face, photo)) {
            for (Viseme viseme : faces.keySet()) {
                mouths.put(viseme, mouth(viseme, paste, warp, rendered));
            }
        }
        return mouths;
    }

    private RenderedMouth mouth(Viseme viseme, PastedFace paste, MouthWarp warp, Map<String, BufferedImage> rendered) {
        Map<Opening, BgrImage> wholes = new EnumMap<>(Opening.class);
        for (Opening opening : Opening.values()) {
            wholes.put(opening, paste.whole(BgrImage.of(Objects.requireNonNull(rendered.get(name(viseme, opening))))));
        }
        Optional<Face> seen = paste.seen(Objects.requireNonNull(wholes.get(Opening.FULL)));
        Similarity place = place(seen);
        Face spoken = seen.map(found -> found.carried(place.inverse())).orElse(face);
        Map<Opening, OpenMouth> openings = new EnumMap<>(Opening.class);
        wholes.forEach((opening, whole) -> openings.put(
                opening,
                warp.open(
                        paste.inBox(whole, place, warp.mask(), warp.box()),
                        Face.between(face, spoken, opening.share()))));
        OpenMouth full = Objects.requireNonNull(openings.get(Opening.FULL));
        return new RenderedMouth(openings, seen.isPresent(), seen.isPresent() ? full.moves() : warp.moves(viseme));
    }

    /**
     * The similarity from the reference frame to a face whose head may have moved; the identity if the head is held
     * still.
     */
    private Similarity place(Optional<Face> seen) {
        return settings.style() == null
                ? Similarity.IDENTITY
                : seen.map(found -> HeadTrack.between(face, found)).orElse(Similarity.IDENTITY);
    }
}
