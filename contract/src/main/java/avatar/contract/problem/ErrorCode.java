package avatar.contract.problem;

/** A foreseen failure: its name is part of the API, its status is what HTTP answers. */
public enum ErrorCode {
    INVALID_REQUEST(400, "The request can't be read"),
    INVALID_CHANNEL(400, "That is no name for a channel"),
    INVALID_SSML(400, "The SSML can't be read"),
    INVALID_OPTION(400, "An option is not among those there are"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "That can't be done to this"),
    CHANNEL_TAKEN(409, "The channel shows another avatar"),
    RENDER_NOT_DONE(409, "The film is not there"),
    UTTERANCE_NOT_WHOLE(409, "The utterance is still being made"),
    AVATAR_EXISTS(409, "There is another avatar of that name"),
    TEXT_TOO_LONG(413, "The text is too long"),
    RECORDING_TOO_LARGE(413, "The recording is too large"),
    UPLOAD_TOO_LARGE(413, "The upload is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of the wrong type"),
    INVALID_RANGE(416, "The range is not within the file"),
    INVALID_TEXT(422, "The text can't be spoken"),
    INVALID_RATE(422, "The rate is out of range"),
    INVALID_PITCH(422, "The pitch is out of range"),
    UNKNOWN_VOICE(422, "There is no such voice"),
    UNKNOWN_PHONEME(422, "There is no viseme for a phoneme"),
    INVALID_TIMELINE(422, "The phonemes don't make a timeline"),
    INVALID_AUDIO(422, "The audio can't be used"),
    INVALID_RENDER(422, "The film can't be made so"),
    TOO_MANY_CHANNELS(503, "No more channels can be made"),
    TOO_MANY_RENDERS(503, "No more films can be taken on"),
    TOO_MANY_VIEWERS(503, "No more viewers can be served"),
    KAFKA_UNAVAILABLE(503, "Speech can't be accepted right now"),
    AVATAR_NOT_READY(503, "The avatar is not there yet"),
    SERVICE_UNAVAILABLE(503, "A service behind this one doesn't answer"),
    SYNTHESIS_FAILED(500, "The voice failed"),
    MALFORMED_RECORD(500, "A Kafka record can't be read"),
    INVALID_BUNDLE(500, "The avatar's files are not whole"),
    INTERNAL_ERROR(500, "Something went wrong here"),
    UNREADABLE_VIDEO(422, "The video can't be read"),
    INVALID_FRAME(422, "The video has no such frame"),
    UNKNOWN_ENGINE(422, "There is no such engine"),
    NO_FACE(422, "No face was found"),
    INVALID_MODEL(422, "A model's file can't be used"),
    MODEL_MISSING(422, "A model is not there"),
    RENDER_FAILED(500, "The film could not be made"),
    SETUP_FAILED(500, "The avatar could not be made"),
    NO_ROOM(507, "There is no room for the upload");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status that tells it. */
    public int status() {
        return status;
    }

    /** The same sentence for every occurrence. */
    public String title() {
        return title;
    }
}
