package avatar.viseme.http;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps JSON, which is read whole, shorter than a recording may be. */
final class JsonLimit {

    /** The phonemes of the longest clause are some 100 KiB; nobody needs more than this. */
    private static final int MAX_BYTES = 1 << 20;

    @ServerRequestFilter
    void refuseLong(ContainerRequestContext request) {
        boolean isForm = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
        if (!isForm && request.getLength() > MAX_BYTES) {
            throw new AvatarException(
                    ErrorCode.TEXT_TOO_LONG,
                    "Expected at most %d bytes, found %d".formatted(MAX_BYTES, request.getLength()));
        }
    }
}
