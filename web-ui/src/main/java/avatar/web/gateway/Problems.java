package avatar.web.gateway;

import avatar.contract.json.Json;
import avatar.contract.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;

/** Tells problems in the gateway's own words. */
final class Problems {

    private Problems() {}

    /** The answer to a request that gets none from a service. */
    static ProxyResponse answer(ProxyRequest request, Problem problem) {
        if (request.proxiedRequest().isEnded()) {
            // Of an upload that has come to its end nothing is left to be passed over, and the library trips over that.
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
