package avatar.tts.speech;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.tts.recording.RecordingConfig;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that is too large before it is read, and says so; the HTTP server's own limit is only larger. */
final class BodyLimit {

    /** 10,000 characters are at most 120 KB of escaped JSON; a longer text is still told that it is one. */
    private static final long MOST_OF_TEXT = 256 * 1024;

    private final long mostOfForm;

    BodyLimit(RecordingConfig recordings) {
        this.mostOfForm = recordings.maxBytes().asLongValue() + MOST_OF_TEXT;
    }

    @ServerRequestFilter(preMatching = true)
    void refuseLarge(ContainerRequestContext request) {
        boolean isForm = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
        long most = isForm ? mostOfForm : MOST_OF_TEXT;
        if (request.getLength() > most) {
            throw new AvatarException(
                    isForm ? ErrorCode.RECORDING_TOO_LARGE : ErrorCode.TEXT_TOO_LONG,
                    "Expected a body of at most %d bytes, found %d".formatted(most, request.getLength()));
        }
    }
}
