package avatar.contract.speech;

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

    /** {@link avatar.contract.setup.SetupRequest}, from the compositor to setup-job; the key is the avatar's id. */
    public static final String SETUP_REQUESTS = "setup-requests";

    /** {@link avatar.contract.setup.SetupEvent}, from setup-job; the key is the avatar's id. */
    public static final String SETUP_EVENTS = "setup-events";

    /** Records that could not be read or handled, with the reason in headers. */
    public static final String DEAD_LETTERS = "dead-letters";

    /** All topics. */
    public static final List<String> ALL =
            List.of(SPEECH_REQUESTS, SPEECH_SEGMENTS, SPEECH_EVENTS, SETUP_REQUESTS, SETUP_EVENTS, DEAD_LETTERS);

    private Topics() {}
}
