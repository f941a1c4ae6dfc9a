package avatar.sadtalker.network;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.checkpoint.Checkpoint;
import avatar.sadtalker.tensor.Shape;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tensors of a checkpoint under one prefix; records which were used. */
final class Weights {

    private static final int SHOWN = 5;

    private final Checkpoint checkpoint;
    private final String prefix;
    private final Set<String> taken;

    private Weights(Checkpoint checkpoint, String prefix, Set<String> taken) {
        this.checkpoint = checkpoint;
        this.prefix = prefix;
        this.taken = taken;
    }

    static Weights of(Checkpoint checkpoint) {
        return new Weights(checkpoint, "", new TreeSet<>());
    }

    /** The tensors under a longer prefix. */
    Weights at(String part) {
        return new Weights(checkpoint, prefix + part + ".", taken);
    }

    boolean has(String tensor) {
        return checkpoint.tensors().contains(prefix + tensor);
    }

    /**
     * One tensor.
     *
     * @param expected its dimensions, {@link Shape#ANY} for those that it defines itself
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL} if it is missing, or of another shape
     */
    Weight take(String tensor, int... expected) {
        String name = prefix + tensor;
        if (!checkpoint.tensors().contains(name)) {
            throw invalid("has no tensor '%s'; expected one of %s".formatted(name, Shape.of(expected)));
        }
        Shape shape = checkpoint.shape(name);
        if (!Shape.of(expected).allows(shape)) {
            throw invalid("has tensor '%s' as %s, expected %s".formatted(name, shape, Shape.of(expected)));
        }
        taken.add(name);
        return new Weight(name, shape, () -> checkpoint.floats(name));
    }

    /**
     * Checks that every tensor was used.
     *
     * @param unused patterns of tensors that only training needs
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL}, with the names of some of the others
     */
    void requireAllTaken(List<String> unused) {
        List<String> left = checkpoint.tensors().stream()
                .filter(tensor -> !taken.contains(tensor) && unused.stream().noneMatch(tensor::matches))
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            throw invalid("has %d tensors that the network doesn't: %s%s"
                    .formatted(
                            left.size(),
                            left.subList(0, Math.min(SHOWN, left.size())),
                            left.size() > SHOWN ? " and more" : ""));
        }
    }

    AvatarException invalid(String detail) {
        return new AvatarException(ErrorCode.INVALID_MODEL, "'%s' %s".formatted(checkpoint.name(), detail));
    }
}
