package avatar.kit.http;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses too large a body with a problem, before it is read. The HTTP server's own limit must be larger. */
public final class BodyLimitFilter {

    private final BodyLimits limits;

    public BodyLimitFilter(BodyLimits limits) {
        this.limits = limits;
    }

    @ServerRequestFilter(preMatching = true)
    public void refuseLarge(ContainerRequestContext request) {
        boolean isForm = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(request.getMediaType());
        long most = isForm ? limits.maxForm() : limits.maxBody();
        if (request.getLength() > most) {
            throw new AvatarException(
                    isForm ? limits.formTooLarge() : ErrorCode.BODY_TOO_LARGE,
                    "Expected a body of at most %d bytes, found %d".formatted(most, request.getLength()));
        }
    }
}
