package avatar.viseme.timelines;

import avatar.contract.problem.ErrorCode;
import avatar.kit.http.BodyLimits;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The maximum body sizes of this service's requests. */
final class Limits {

    /** The phonemes of the longest clause are some 100 KiB. */
    private static final long MAX_JSON_BYTES = 1 << 20;

    /** Ten minutes of speech at 48 kHz, as quarkus.http.limits.max-body-size. */
    private static final long MAX_FORM_BYTES = 64L << 20;

    private Limits() {}

    @Produces
    @Singleton
    static BodyLimits bodies() {
        return new BodyLimits(MAX_JSON_BYTES, MAX_FORM_BYTES, ErrorCode.RECORDING_TOO_LARGE);
    }
}
