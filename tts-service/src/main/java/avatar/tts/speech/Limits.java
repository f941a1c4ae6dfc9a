package avatar.tts.speech;

import avatar.contract.problem.ErrorCode;
import avatar.kit.http.BodyLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How large the bodies of this service's requests may be. */
final class Limits {

    /** 10,000 characters are at most 120 KB of escaped JSON; a text twice as long still gets the error about its characters. */
    private static final long MAX_TEXT_BYTES = 256 * 1024;

    private Limits() {}

    @Produces
    @Singleton
    static BodyLimits bodies(RecordingConfig recordings) {
        return new BodyLimits(
                MAX_TEXT_BYTES, recordings.maxBytes().asLongValue() + MAX_TEXT_BYTES, ErrorCode.RECORDING_TOO_LARGE);
    }
}
