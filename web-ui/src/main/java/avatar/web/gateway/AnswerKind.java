package avatar.web.gateway;

/** How long an answer may take, and what follows when its service goes away. */
enum AnswerKind {
    /** Begins within {@code avatar.gateway.answer-timeout}, and ends with its connection. */
    PLAIN,
    /** Server-sent events without end; another instance continues them. */
    EVENTS,
    /** Server-sent events that end; another instance continues them. */
    EVENTS_WITH_END,
    /** A multipart stream of pictures; another instance continues it. */
    PICTURES,
    /** A multipart stream of pictures and sound; another instance continues it, after a part that says so. */
    PICTURES_AND_SOUND;

    /** Whether the answer has to begin in time: of events the first one may come after hours. */
    boolean hasTimeout() {
        return this != EVENTS && this != EVENTS_WITH_END;
    }
}
