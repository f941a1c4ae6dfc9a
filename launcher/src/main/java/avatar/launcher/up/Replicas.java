package avatar.launcher.up;

/** The number of processes of each service that can have several. */
record Replicas(int compositors, int tts) {

    static final Replicas ONE_OF_EACH = new Replicas(1, 1);

    int of(Service service) {
        return switch (service) {
            case COMPOSITOR_SERVICE -> compositors;
            case TTS_SERVICE -> tts;
            case VISEME_SERVICE, WEB_UI -> 1;
        };
    }
}
