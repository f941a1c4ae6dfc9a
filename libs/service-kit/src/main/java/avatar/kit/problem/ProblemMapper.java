package avatar.kit.problem;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser.MalformedMessageException;

/**
 * Maps every failure of a JAX-RS resource to {@code application/problem+json}; an unforeseen one is logged, and its
 * cause is not in the answer.
 */
public final class ProblemMapper {

    private static final String BROKEN_OFF = "Connection terminated parsing multipart";

    @ServerExceptionMapper
    public Response foreseen(AvatarException failure) {
        return problem(Problem.of(failure));
    }

    /** Maps requests that the HTTP layer refuses: an unknown path, method or media type, or too large a body. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal, UriInfo uri) {
        Response refused = refusal.getResponse();
        Problem problem = Problem.of(
                ErrorCode.ofStatus(refused.getStatus()), "%s at %s".formatted(refusal.getMessage(), uri.getPath()));
        Response.ResponseBuilder answer = Response.status(refused.getStatus())
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(problem.type(), problem.title(), refused.getStatus(), problem.detail()));
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    public Response malformed(MalformedMessageException form) {
        return invalidForm();
    }

    /** RESTEasy has no type of its own for a form without its end; what else can't be read is a fault of this service. */
    @ServerExceptionMapper
    public Response unreadable(IOException failure) {
        String message = failure.getMessage();
        return message != null && message.startsWith(BROKEN_OFF) ? invalidForm() : unforeseen(failure);
    }

    private static Response invalidForm() {
        return problem(Problem.of(
                ErrorCode.INVALID_REQUEST,
                "Invalid form: found one that breaks off, expected parts between boundaries and a closing one"));
    }

    @ServerExceptionMapper
    public Response unforeseen(Exception bug) {
        Log.error("A request failed unexpectedly", bug);
        return problem(Problem.of(ErrorCode.INTERNAL_ERROR, null));
    }

    private static Response problem(Problem problem) {
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        return (RouteProblems.isPassing(problem)
                        ? answer.header(HttpHeaders.RETRY_AFTER, RouteProblems.RETRY_SECONDS)
                        : answer)
                .build();
    }
}
