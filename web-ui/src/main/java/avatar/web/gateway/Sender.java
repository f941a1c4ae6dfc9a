package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Sends a request to one instance after the other until one accepts it. */
@Singleton
final class Sender {

    /** Of no answer. */
    static final int NO_STATUS = 0;

    private final Outages outages;

    Sender(Outages outages) {
        this.outages = outages;
    }

    /**
     * Sends the request to the first instance, and to the next one if it can't have been executed.
     *
     * @param refusal the status with which an instance says that it is not the right one
     * @return the first other answer, or what became of the request at the last instance
     */
    Future<ProxyResponse> send(ProxyContext context, List<Instance> instances, int refusal) {
        return instances.isEmpty()
                ? Future.failedFuture(new NotConnected("No instance is known"))
                : send(context, instances.iterator(), refusal);
    }

    private Future<ProxyResponse> send(ProxyContext context, Iterator<Instance> instances, int refusal) {
        return send(context, instances.next()).transform(result -> {
            if (!instances.hasNext()) {
                return result.succeeded()
                        ? Future.succeededFuture(result.result())
                        : Future.failedFuture(result.cause());
            }
            if (result.failed()) {
                return isRepeatable(context, result.cause())
                        ? send(context, instances, refusal)
                        : Future.failedFuture(result.cause());
            }
            ProxyResponse answer = result.result();
            if (answer.getStatusCode() != refusal) {
                return Future.succeededFuture(answer);
            }
            answer.release();
            return send(context, instances, refusal);
        });
    }

    private Future<ProxyResponse> send(ProxyContext context, Instance instance) {
        Exchange.setInstance(context, instance);
        Buffer body = Exchange.body(context);
        if (body != null) {
            context.request().setBody(body.length() == 0 ? null : Body.body(body));
        }
        return context.sendRequest()
                .onSuccess(answer -> outages.answered(instance))
                .onFailure(failure -> {
                    if (!context.request().proxiedRequest().response().closed()) {
                        outages.failed(instance, failure);
                    }
                });
    }

    /**
     * Whether a request that has failed may be sent again: it was not sent, or it was one that changes nothing and whose
     * connection broke.
     */
    static boolean isRepeatable(ProxyContext context, Throwable failure) {
        HttpServerRequest request = context.request().proxiedRequest();
        if (request.response().closed()) {
            return false;
        }
        if (failure instanceof NotConnected) {
            return true;
        }
        boolean changesNothing =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return changesNothing && Exchange.body(context) != null && !(failure instanceof TimeoutException);
    }
}
