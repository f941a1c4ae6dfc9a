package avatar.contract.channel;

import avatar.contract.json.Json;
import java.time.Instant;

/**
 * A channel that exists. The key of its record is the channel's id; a record without a value deletes the channel.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} when written by this version
 * @param avatar id of the avatar that it shows
 * @param createdBy the compositor that created it, for people
 */
public record ChannelRecord(int schemaVersion, String avatar, Instant createdAt, String createdBy) {

    public static final int SCHEMA_VERSION = 1;

    public ChannelRecord(String avatar, Instant createdAt, String createdBy) {
        this(SCHEMA_VERSION, avatar, createdAt, createdBy);
    }

    /** The record's value on {@link avatar.contract.speech.Topics#CHANNELS}. */
    public byte[] toBytes() {
        return Json.write(this);
    }

    /**
     * Reads what this version ({@link #toBytes}) or a newer one wrote.
     *
     * @throws avatar.contract.problem.AvatarException MALFORMED_RECORD
     */
    public static ChannelRecord fromBytes(byte[] value) {
        return Json.read(value, ChannelRecord.class);
    }
}
