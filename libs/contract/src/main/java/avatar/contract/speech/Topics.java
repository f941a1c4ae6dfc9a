package avatar.contract.speech;

import java.time.Duration;
import java.util.List;

/**
 * The names of the Kafka topics. The key of a record about speech is its channel, which keeps the records of a channel
 * in order.
 */
public final class Topics {

    /** {@link SpeechRequest}, from the HTTP API of tts-service to its workers. */
    public static final String SPEECH_REQUESTS = "speech-requests";

    /** {@link SpeechSegment}, from tts-service to the compositor. */
    public static final String SPEECH_SEGMENTS = "speech-segments";

    /** {@link SpeechEvent}, from tts-service and the compositor. */
    public static final String SPEECH_EVENTS = "speech-events";

    /** {@link SpeechProgress}, of the compositors. */
    public static final String SPEECH_PROGRESS = "speech-progress";

    /** {@link avatar.contract.channel.ChannelRecord}, of the compositors: the channels that exist. */
    public static final String CHANNELS = "channels";

    /** {@link avatar.contract.channel.ChannelOwner}, of the compositors; the key is the number of a partition. */
    public static final String CHANNEL_OWNERS = "channel-owners";

    /** {@link avatar.contract.setup.SetupRequest}, from the compositor to setup-job; the key is the avatar's id. */
    public static final String SETUP_REQUESTS = "setup-requests";

    /** {@link avatar.contract.setup.SetupEvent}, from setup-job; the key is the avatar's id. */
    public static final String SETUP_EVENTS = "setup-events";

    /** Records that could not be read or handled, with the reason in headers. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** The topics whose key is a channel. All have the same number of partitions, so that a channel is in the same one. */
    public static final List<String> BY_CHANNEL =
            List.of(SPEECH_REQUESTS, SPEECH_SEGMENTS, SPEECH_EVENTS, SPEECH_PROGRESS, CHANNELS);

    /** The topics of which Kafka keeps the latest record of each key ({@code cleanup.policy=compact}). */
    public static final List<String> COMPACTED = List.of(SPEECH_PROGRESS, CHANNELS, CHANNEL_OWNERS);

    /**
     * The topics that Kafka keeps for {@link #LONG_RETENTION}: of accepted requests, which may wait so long, and of what
     * became of them.
     */
    public static final List<String> LONG_LIVED = List.of(SPEECH_REQUESTS, SPEECH_EVENTS);

    public static final Duration LONG_RETENTION = Duration.ofDays(1);

    /** All topics. */
    public static final List<String> ALL = List.of(
            SPEECH_REQUESTS,
            SPEECH_SEGMENTS,
            SPEECH_EVENTS,
            SPEECH_PROGRESS,
            CHANNELS,
            CHANNEL_OWNERS,
            SETUP_REQUESTS,
            SETUP_EVENTS,
            DEAD_LETTERS);

    private Topics() {}
}
