package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;

/** Small questions of the gateway itself to the services; what is not answered at once is not answered. */
@Singleton
final class Inquiry {

    private static final int OK = 200;

    private final Connector connector;

    Inquiry(Connector connector) {
        this.connector = connector;
    }

    /** The body of an instance's answer; fails if that has another status than 200. */
    Future<Buffer> ask(Instance instance, String uri) {
        return connector
                .connectBriefly(instance, uri)
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.statusCode() == OK
                        ? answer.body()
                        : Future.failedFuture("status " + answer.statusCode()));
    }

    /** The body of the first answer of these instances; fails if there is none. */
    Future<Buffer> askInTurn(List<Instance> instances, String uri) {
        return askNext(instances.iterator(), uri);
    }

    private Future<Buffer> askNext(Iterator<Instance> instances, String uri) {
        return instances.hasNext()
                ? ask(instances.next(), uri).recover(failure -> askNext(instances, uri))
                : Future.failedFuture("no answer");
    }
}
