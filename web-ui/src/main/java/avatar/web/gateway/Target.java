package avatar.web.gateway;

/** Which instance of which service answers a request. */
enum Target {
    /** Any tts-service. */
    TTS(Upstream.TTS),
    /** Any viseme-service. */
    VISEME(Upstream.VISEME),
    /** Any compositor. */
    ANY_COMPOSITOR(Upstream.COMPOSITOR),
    /** The compositor of the channel that the path names. */
    OWNER(Upstream.COMPOSITOR),
    /** The compositor of the channel that the body names. */
    OWNER_BY_BODY(Upstream.COMPOSITOR),
    /** The compositor that knows what is asked for; the others answer 404. */
    LOOKUP(Upstream.COMPOSITOR),
    /** All compositors, whose answers are joined. */
    EVERY_COMPOSITOR(Upstream.COMPOSITOR);

    private final Upstream upstream;

    Target(Upstream upstream) {
        this.upstream = upstream;
    }

    Upstream upstream() {
        return upstream;
    }
}
