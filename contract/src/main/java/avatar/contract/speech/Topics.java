package avatar.contract.speech;

/** The names of the Kafka topics. The key of every record is the channel, so a channel's order holds. */
public final class Topics {

    /** {@link SpeechRequest}, from the HTTP side of tts-service to its workers. */
    public static final String SPEECH_REQUESTS = "speech-requests";

    /** {@link SpeechSegment}, from tts-service to the compositor. */
    public static final String SPEECH_SEGMENTS = "speech-segments";

    /** {@link SpeechEvent}, from whoever knows what became of an utterance. */
    public static final String SPEECH_EVENTS = "speech-events";

    /** Records that could not be read or handled, with the reason in headers. */
    public static final String DEAD_LETTERS = "dead-letters";

    private Topics() {}
}
