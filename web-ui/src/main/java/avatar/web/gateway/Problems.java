package avatar.web.gateway;

import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** The gateway's own problems as answers. */
final class Problems {

    private Problems() {}

    /** The answer to a request that no service answers. */
    static ProxyResponse answer(ProxyRequest request, Problem problem) {
        if (request.proxiedRequest().isEnded()) {
            // The library fails on the body of an upload that has been read to its end.
            request.setBody(null);
        }
        return request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("content-type", Problem.MEDIA_TYPE)
                .setBody(Body.body(toBuffer(problem)));
    }

    static Buffer toBuffer(Problem problem) {
        return Buffer.buffer(Json.write(problem));
    }
}
