package avatar.contract.channel;

import avatar.contract.json.Json;
import java.net.URI;

/**
 * The compositor that runs the channels of one partition. The key of its record is the partition's number.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param url where the other services reach it: {@code http://host:port}
 * @param instance its name, unique and new at every start
 * @param epoch grows with every owner of the partition; a record with a smaller one is older, whenever it arrives
 */
public record ChannelOwner(int schemaVersion, URI url, String instance, long epoch) {

    public static final int SCHEMA_VERSION = 1;

    public ChannelOwner(URI url, String instance, long epoch) {
        this(SCHEMA_VERSION, url, instance, epoch);
    }

    /** Whether this record is in force after {@code other}, which was known before. */
    public boolean succeeds(ChannelOwner other) {
        return epoch > other.epoch || instance.equals(other.instance);
    }

    /** The record's value on {@link avatar.contract.speech.Topics#CHANNEL_OWNERS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what this version ({@link #toBytes}) or a newer one wrote.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static ChannelOwner fromBytes(byte[] value) {
        return Json.read(value, ChannelOwner.class);
    }
}
