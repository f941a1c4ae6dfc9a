package avatar.compositor.channel;

import org.jspecify.annotations.Nullable;

/** Where the channels of all compositors are kept. Its methods block. */
public interface ChannelStore {

    /**
     * Keeps a new channel; returns when the registry has it.
     *
     * @throws avatar.contract.problem.AvatarException KAFKA_UNAVAILABLE
     */
    void create(String id, String avatar);

    /** Deletes a channel; otherwise as {@link #create}. */
    void delete(String id);

    /** The address of the compositor that runs a channel; null if none is known. */
    @Nullable
    String ownerOf(String id);
}
