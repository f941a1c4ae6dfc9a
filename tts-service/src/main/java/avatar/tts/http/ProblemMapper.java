package avatar.tts.http;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import io.quarkus.logging.Log;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells every failure as {@code application/problem+json}; an unforeseen one is logged, and told without its cause. */
final class ProblemMapper {

    @ServerExceptionMapper
    Response foreseen(AvatarException failure) {
        Problem problem = Problem.of(failure);
        return problem(problem);
    }

    /** What the HTTP layer itself refuses: no such path, method or media type. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refusal, UriInfo uri) {
        Response refused = refusal.getResponse();
        ErrorCode code =
                switch (refused.getStatus()) {
                    case 404 -> ErrorCode.NOT_FOUND;
                    case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
                    case 413 -> ErrorCode.TEXT_TOO_LONG;
                    case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
                    default -> refused.getStatus() < 500 ? ErrorCode.INVALID_REQUEST : ErrorCode.INTERNAL_ERROR;
                };
        Problem problem = Problem.of(code, "%s at %s".formatted(refusal.getMessage(), uri.getPath()));
        Response.ResponseBuilder answer = Response.status(refused.getStatus())
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(problem.type(), problem.title(), refused.getStatus(), problem.detail()));
        String allowed = refused.getHeaderString(HttpHeaders.ALLOW);
        return (allowed == null ? answer : answer.header(HttpHeaders.ALLOW, allowed)).build();
    }

    @ServerExceptionMapper
    Response unforeseen(Exception bug) {
        Log.error("A request failed in a way nobody foresaw", bug);
        return problem(Problem.of(ErrorCode.INTERNAL_ERROR, null));
    }

    private static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem)
                .build();
    }
}
