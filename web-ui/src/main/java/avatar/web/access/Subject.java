package avatar.web.access;

/** What a request is about, which decides whether a key for some channels may make it. */
public enum Subject {
    /** Nothing of any channel: every key of the scope may. */
    NOTHING("any channel"),
    /** The channel that the path names. */
    CHANNEL_IN_PATH("the channel"),
    /** The channel that field {@code id} of the body names. */
    CHANNEL_IN_BODY("the channel"),
    /** The utterance that the path names, and so its channel. */
    UTTERANCE_IN_PATH("the utterance's channel"),
    /** The utterance that field {@code utterance} of the body names, if it names one. */
    UTTERANCE_IN_BODY("the utterance's channel"),
    /** Lists of channels, of which a key for some sees these. */
    LISTED_CHANNELS("any channel, and sees its own"),
    /** What all channels share: only a key for all of them may. */
    EVERYTHING("all channels");

    private final String words;

    Subject(String words) {
        this.words = words;
    }

    /** For which channels the key has to be. */
    public String words() {
        return words;
    }

    /** Whether the body has to be read first. */
    public boolean isInBody() {
        return this == CHANNEL_IN_BODY || this == UTTERANCE_IN_BODY;
    }
}
