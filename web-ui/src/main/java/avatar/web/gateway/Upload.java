package avatar.web.gateway;

import avatar.contract.problem.ErrorCode;

/** What a form that is passed on as it comes may bring, and so how large it may be. */
enum Upload {
    /** To be spoken. */
    RECORDING(ErrorCode.RECORDING_TOO_LARGE),
    /** To make an avatar of. */
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
