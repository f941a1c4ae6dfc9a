package avatar.contract.problem;

/** The codes of foreseen failures. A constant's name is part of the API; its status is that of the HTTP answer. */
public enum ErrorCode {
    INVALID_REQUEST(400, "Invalid request"),
    INVALID_CHANNEL(400, "Invalid channel id"),
    INVALID_AVATAR_ID(400, "Invalid avatar id"),
    INVALID_SSML(400, "Invalid SSML"),
    INVALID_OPTION(400, "Invalid option"),
    UNAUTHENTICATED(401, "Sign-in required"),
    FORBIDDEN(403, "Not permitted"),
    HOST_NOT_ALLOWED(403, "Host of another server"),
    ORIGIN_NOT_ALLOWED(403, "Page of another origin"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    UPLOAD_STALLED(408, "Stalled upload"),
    CHANNEL_TAKEN(409, "Channel with another avatar"),
    RENDER_NOT_DONE(409, "Unfinished render"),
    UTTERANCE_NOT_WHOLE(409, "Unfinished utterance"),
    AVATAR_EXISTS(409, "Avatar id in use"),
    TEXT_TOO_LONG(413, "Text too long"),
    BODY_TOO_LARGE(413, "Request body too large"),
    RECORDING_TOO_LARGE(413, "Recording too large"),
    UPLOAD_TOO_LARGE(413, "Upload too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    INVALID_RANGE(416, "Range outside the file"),
    CHANNEL_ELSEWHERE(421, "Channel of another compositor"),
    INVALID_TEXT(422, "Text that can't be spoken"),
    INVALID_RATE(422, "Rate out of range"),
    INVALID_PITCH(422, "Pitch out of range"),
    UNKNOWN_VOICE(422, "Unknown voice"),
    UNKNOWN_PHONEME(422, "Unknown phoneme"),
    INVALID_TIMELINE(422, "Invalid timeline"),
    INVALID_AUDIO(422, "Invalid audio"),
    INVALID_RENDER(422, "Invalid render settings"),
    QUEUE_FULL(429, "Speech queue full"),
    RATE_LIMITED(429, "Too many requests"),
    QUOTA_EXCEEDED(429, "Daily quota used up"),
    TOO_MANY_CONNECTIONS(429, "Too many unfinished requests"),
    TOO_MANY_CHANNELS(503, "Channel limit reached"),
    TOO_MANY_RENDERS(503, "Render queue full"),
    TOO_MANY_VIEWERS(503, "Viewer limit reached"),
    KAFKA_UNAVAILABLE(503, "Message broker unavailable"),
    CHANNEL_MOVING(503, "Channel on its way to another compositor"),
    AVATAR_NOT_READY(503, "Avatar not ready"),
    SERVICE_UNAVAILABLE(503, "Service unavailable"),
    SPEECH_EXPIRED(504, "Speech not begun in time"),
    SYNTHESIS_FAILED(500, "Speech synthesis failure"),
    MALFORMED_RECORD(500, "Malformed Kafka record"),
    INVALID_BUNDLE(500, "Invalid avatar bundle"),
    INTERNAL_ERROR(500, "Internal error"),
    UNREADABLE_VIDEO(422, "Unreadable video"),
    INVALID_FRAME(422, "Frame outside the video"),
    UNKNOWN_ENGINE(422, "Unknown engine"),
    NO_FACE(422, "No face found"),
    INVALID_MODEL(422, "Invalid model file"),
    MODEL_MISSING(422, "Missing model"),
    RENDER_FAILED(500, "Render failure"),
    SETUP_FAILED(500, "Avatar setup failure"),
    NO_ROOM(507, "Insufficient storage");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The code for a request that the HTTP layer itself refused with {@code status}. */
    public static ErrorCode ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? INVALID_REQUEST : INTERNAL_ERROR;
        };
    }

    /** The HTTP status of an answer with this code. */
    public int status() {
        return status;
    }

    /** A short noun phrase, the same for every occurrence. */
    public String title() {
        return title;
    }
}
