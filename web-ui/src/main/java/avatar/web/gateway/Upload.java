package avatar.web.gateway;

import avatar.contract.problem.ErrorCode;

/** A kind of form that is streamed to its service, and its largest size. */
enum Upload {
    /** A recording to be spoken. */
    RECORDING(ErrorCode.RECORDING_TOO_LARGE),
    /** A video or picture to create an avatar of. */
    VIDEO(ErrorCode.UPLOAD_TOO_LARGE);

    private final ErrorCode tooLarge;

    Upload(ErrorCode tooLarge) {
        this.tooLarge = tooLarge;
    }

    ErrorCode tooLarge() {
        return tooLarge;
    }

    long maxBytes(GatewayConfig config) {
        return switch (this) {
            case RECORDING -> config.maxUpload().asLongValue();
            case VIDEO -> config.maxVideo().asLongValue();
        };
    }
}
