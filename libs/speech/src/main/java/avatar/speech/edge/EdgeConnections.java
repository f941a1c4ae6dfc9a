package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The connections to the service and the threads that serve them; {@link #close} ends both. Thread-safe. */
final class EdgeConnections implements AutoCloseable {

    private final EdgeSettings settings;
    // Platform threads: a slow name lookup would block the carrier of a virtual one.
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("edge-", 0).factory());
    private final HttpClient http;
    private final Set<Exchange> exchanges = ConcurrentHashMap.newKeySet();
    private volatile boolean isClosed;

    EdgeConnections(EdgeSettings settings) {
        this.settings = settings;
        this.http = newHttp();
    }

    /** The client for requests; it keeps a connection open for reuse, for the JDK's default of 30 s. */
    HttpClient http() {
        return http;
    }

    /**
     * Creates an exchange with a separate connection.
     *
     * @throws EdgeFailure if this is closed, or the process has no resources left
     */
    Exchange begin(EdgeTurn turn) {
        Exchange exchange = new Exchange(newHttp(), turn, settings.stallTimeout(), exchanges::remove);
        exchanges.add(exchange);
        if (isClosed) {
            exchange.abort();
            throw new EdgeFailure(Kind.BROKEN, "The client is closed");
        }
        return exchange;
    }

    boolean isClosed() {
        return isClosed;
    }

    /** Closes without waiting; requests and exchanges in progress fail. */
    @Override
    public void close() {
        isClosed = true;
        http.shutdownNow();
        exchanges.forEach(Exchange::abort);
        threads.shutdown();
    }

    private HttpClient newHttp() {
        try {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .connectTimeout(settings.connectTimeout())
                    .executor(threads)
                    .build();
        } catch (UncheckedIOException e) {
            throw new EdgeFailure(Kind.BROKEN, "No connection can be made: " + e.getMessage(), e);
        }
    }
}
