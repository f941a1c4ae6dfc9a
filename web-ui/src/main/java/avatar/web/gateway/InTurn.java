package avatar.web.gateway;

import io.vertx.core.Future;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.List;
import java.util.function.Supplier;

/** Sends a request to any instance of a service, or to the one that knows what is asked for. */
final class InTurn implements ProxyInterceptor {

    private final Sender sender;
    private final Supplier<List<Instance>> instances;
    private final int refusal;

    /** @param refusal the status with which an instance says that another one may know it */
    InTurn(Sender sender, Supplier<List<Instance>> instances, int refusal) {
        this.sender = sender;
        this.instances = instances;
        this.refusal = refusal;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return sender.send(context, instances.get(), refusal);
    }
}
