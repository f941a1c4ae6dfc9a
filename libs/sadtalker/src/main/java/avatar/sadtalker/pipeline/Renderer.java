package avatar.sadtalker.pipeline;

import avatar.sadtalker.model.Execution;
import avatar.sadtalker.model.LogicalNetwork;
import avatar.sadtalker.model.ModelBundle;
import avatar.sadtalker.model.Network;
import avatar.sadtalker.model.Tensors;
import avatar.sadtalker.tensor.Shape;
import org.jspecify.annotations.Nullable;

/** Renders pictures of one photo with other expressions. The part that depends only on the photo is computed once. */
public final class Renderer implements AutoCloseable {

    private final int side;
    private final Picture photo;
    private final float[] canonical;
    private final float[] source;
    private final Network mapping;
    private final Network generator;
    private final int coefficients;

    /** Output of the photo's part of the generator; null if the generator is not split. */
    private final @Nullable Tensors features;

    private Renderer(ModelBundle models, Execution execution, Photo photo) {
        this.side = models.manifest().side();
        this.photo = photo.picture();
        this.canonical = canonical(models, execution);
        this.features = models.has(LogicalNetwork.GENERATOR_EXPRESSION) ? features(models, execution) : null;
        this.mapping = models.load(LogicalNetwork.MAPPING, execution);
        this.coefficients = mapping.inputShape("coeff").at(1);
        this.source = keyPoints(photo.face());
        this.generator = models.load(
                features == null ? LogicalNetwork.GENERATOR : LogicalNetwork.GENERATOR_EXPRESSION, execution);
    }

    /** Loads the networks one after the other, and keeps only those that each expression needs. */
    public static Renderer of(ModelBundle models, Execution execution, Photo photo) {
        return new Renderer(models, execution, photo);
    }

    private float[] canonical(ModelBundle models, Execution execution) {
        try (Network network = models.load(LogicalNetwork.KP_EXTRACTOR, execution)) {
            return network.call()
                    .with("image", pictureShape(), photo.planes())
                    .run("kp")
                    .get("kp");
        }
    }

    private Tensors features(ModelBundle models, Execution execution) {
        try (Network network = models.load(LogicalNetwork.GENERATOR_PHOTO, execution)) {
            return network.call().with("source", pictureShape(), photo.planes()).run("features", "compressed");
        }
    }

    /** The key points of a face that is held still. */
    float[] keyPoints(Coefficients face) {
        Tensors mapped = mapping.call()
                .with("coeff", Shape.of(1, coefficients, Semantics.WINDOW), Semantics.held(face, coefficients))
                .run("yaw", "pitch", "roll", "t", "exp");
        return HeadPose.of(mapped, 0).keyPoints(canonical);
    }

    /** Renders the photo with that face; takes some seconds. */
    public Picture picture(Coefficients face) {
        Shape points = Shape.of(1, source.length / 3, 3);
        Network.Call call =
                generator.call().with("kp_driving", points, keyPoints(face)).with("kp_source", points, source);
        if (features == null) {
            call.with("source", pictureShape(), photo.planes());
        } else {
            call.with("features", features).with("compressed", features);
        }
        return new Picture(side, side, call.run("prediction").get("prediction"));
    }

    private Shape pictureShape() {
        return Shape.of(1, Picture.CHANNELS, side, side);
    }

    @Override
    public void close() {
        try (mapping) {
            generator.close();
        }
    }
}
