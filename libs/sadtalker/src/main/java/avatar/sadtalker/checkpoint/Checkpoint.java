package avatar.sadtalker.checkpoint;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.tensor.Shape;
import java.util.Set;

/** A file of named tensors, whose numbers are read from disk on demand. Used by one thread at a time. */
public interface Checkpoint extends AutoCloseable {

    /** The name of the file in messages. */
    String name();

    Set<String> tensors();

    /** The shape of one of {@link #tensors}. */
    Shape shape(String tensor);

    /**
     * The numbers of one of {@link #tensors}, the last dimension running fastest.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL} if they are not 32-bit floats, or the file ends before
     *     them
     */
    float[] floats(String tensor);

    @Override
    void close();
}
