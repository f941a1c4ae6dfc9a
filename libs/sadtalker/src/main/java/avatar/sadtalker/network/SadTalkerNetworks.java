package avatar.sadtalker.network;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.checkpoint.Checkpoint;
import avatar.sadtalker.onnx.Graph;
import java.util.ArrayList;
import java.util.List;

/** All networks of SadTalker, with the weights of its checkpoints. */
public final class SadTalkerNetworks {

    /** Tensors that only training needs: counters, the encoder of poses, the discriminator of motions. */
    private static final List<String> UNUSED =
            List.of(".*\\.num_batches_tracked", "audio2pose\\.netG\\.encoder\\..*", "audio2pose\\.netD_motion\\..*");

    private SadTalkerNetworks() {}

    /**
     * Builds the networks, and checks that every tensor of the checkpoints is used; their numbers are read when a graph
     * is written.
     *
     * @param mapping the checkpoint of the mapping network alone
     * @param side of photo and picture, in pixels: 256 or 512
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL}, with the name of the tensor that is missing, superfluous
     *     or of a wrong shape
     */
    public static List<Graph> of(Checkpoint checkpoint, Checkpoint mapping, int side) {
        Weights weights = Weights.of(checkpoint);
        Weights ofMapping = Weights.of(mapping);
        GeneratorNetwork generator = new GeneratorNetwork(weights.at("generator"), side);
        List<Graph> graphs = new ArrayList<>();
        graphs.add(ExpressionNetwork.of(weights.at("audio2exp")));
        graphs.add(PoseNetwork.of(weights.at("audio2pose")));
        graphs.add(FaceNetwork.of(weights.at("face_3drecon")));
        graphs.add(MappingNetwork.of(ofMapping));
        graphs.add(KeypointNetwork.of(weights.at("kp_extractor"), side));
        graphs.add(generator.photo());
        graphs.add(generator.expression());
        weights.requireAllTaken(UNUSED);
        ofMapping.requireAllTaken(List.of());
        return graphs;
    }

    /** The unsplit generator, for comparison with its two parts. */
    public static Graph wholeGenerator(Checkpoint checkpoint, int side) {
        return new GeneratorNetwork(Weights.of(checkpoint).at("generator"), side).whole();
    }
}
