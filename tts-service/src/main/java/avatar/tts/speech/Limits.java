package avatar.tts.speech;

import avatar.contract.problem.ErrorCode;
import avatar.kit.http.BodyLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The maximum body sizes of this service's requests. */
final class Limits {

    /**
     * 10,000 characters are at most 120 KB of escaped JSON; larger bodies get the error about the number of
     * characters.
     */
    private static final long MAX_TEXT_BYTES = 256 * 1024;

    private Limits() {}

    @Produces
    @Singleton
    static BodyLimits bodies(RecordingConfig recordings) {
        return new BodyLimits(
                MAX_TEXT_BYTES, recordings.maxBytes().asLongValue() + MAX_TEXT_BYTES, ErrorCode.RECORDING_TOO_LARGE);
    }
}
