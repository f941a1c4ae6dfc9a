package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Speaks the protocol of the read-aloud service, as the browser does that it is made for. Callers wait; any thread may
 * call, but none of Vert.x' own.
 *
 * @see <a href="https://github.com/rany2/edge-tts">a client that is kept up with the service</a>
 */
final class EdgeClient implements AutoCloseable {

    /** A frame of sound is some kilobytes. */
    private static final int LARGEST_MESSAGE = 1 << 20;

    private final Vertx vertx;
    private final EdgeSettings config;
    private final ServerClock clock;
    private final EdgeAddress address;
    private final WebSocketClient sockets;
    private final VoiceListRequest voiceList;

    EdgeClient(Vertx vertx, EdgeSettings config, InstantSource clock) {
        this.vertx = vertx;
        this.config = config;
        this.clock = new ServerClock(clock);
        this.address = new EdgeAddress(config.url(), this.clock);
        int timeout = Math.toIntExact(config.connectTimeout().toMillis());
        WebSocketClientOptions options = new WebSocketClientOptions()
                .setDefaultHost(address.host())
                .setDefaultPort(address.port())
                .setMaxFrameSize(LARGEST_MESSAGE)
                .setMaxMessageSize(LARGEST_MESSAGE)
                .setMaxConnections(64)
                .setTryUsePerMessageCompression(true)
                .setConnectTimeout(timeout);
        options.setSsl(address.isSecure());
        options.setSslHandshakeTimeout(timeout).setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
        this.sockets = vertx.createWebSocketClient(options);
        this.voiceList = new VoiceListRequest(
                vertx.createHttpClient(new HttpClientOptions()
                        .setSsl(address.isSecure())
                        .setDecompressionSupported(true)
                        .setConnectTimeout(timeout)),
                config.stallTimeout());
    }

    /**
     * Has a text spoken; tries again once if the first attempt broke quickly.
     *
     * @throws EdgeFailure if there is no speech
     */
    EdgeSpeech speak(String ssml) {
        return retried(() -> attempt(ssml));
    }

    /**
     * The list of voices as JSON.
     *
     * @throws EdgeFailure if there is none
     */
    byte[] voices() {
        return retried(
                () -> await(voiceList.send(address), config.connectTimeout().plus(config.stallTimeout())));
    }

    @Override
    public void close() {
        sockets.close();
        voiceList.close();
    }

    private <T> T retried(Supplier<T> work) {
        try {
            return work.get();
        } catch (EdgeFailure e) {
            if (e.kind() != Kind.BROKEN && e.kind() != Kind.REFUSED) {
                throw e;
            }
            return work.get();
        }
    }

    private EdgeSpeech attempt(String ssml) {
        String requestId = EdgeAddress.newId();
        EdgeTurn turn = new EdgeTurn(requestId);
        Exchange exchange = new Exchange(vertx, turn, config.stallTimeout());
        Future<WebSocket> opened = sockets.connect(options());
        // Told on the connection's own thread, before any message can come.
        opened.onSuccess(exchange::begin);
        try {
            await(opened, config.connectTimeout());
            Instant now = clock.instant();
            exchange.say(EdgeRequests.config(now), EdgeRequests.speech(requestId, now, ssml));
            return turn.speech().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof EdgeFailure failure ? failure : e;
        } finally {
            exchange.end();
        }
    }

    private WebSocketConnectOptions options() {
        WebSocketConnectOptions options = new WebSocketConnectOptions();
        options.setURI(address.speech());
        options.setTimeout(config.connectTimeout().toMillis());
        EdgeAddress.headers().forEach(options::putHeader);
        return options;
    }

    private <T> T await(Future<T> answer, Duration patience) {
        try {
            return answer.toCompletionStage().toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw silent(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EdgeFailure(Kind.SILENT, "%s was not waited for: interrupted".formatted(address.host()), e);
        }
    }

    private EdgeFailure failure(@Nullable Throwable cause) {
        return switch (cause) {
            case EdgeFailure known -> known;
            case UpgradeRejectedException e ->
                refused(e.getStatus(), e.getHeaders().get("Date"), e);
            case VoiceListRequest.Refused e -> refused(e.status(), e.date(), e);
            case ConnectTimeoutException e -> silent(e);
            case TimeoutException e -> silent(e);
            case null -> unreachable("unknown", null);
            default -> unreachable(String.valueOf(cause.getMessage()), cause);
        };
    }

    private EdgeFailure silent(Exception cause) {
        return new EdgeFailure(
                Kind.SILENT,
                "%s did not answer within %d ms"
                        .formatted(address.host(), config.connectTimeout().toMillis()),
                cause);
    }

    private EdgeFailure unreachable(String reason, @Nullable Throwable cause) {
        return new EdgeFailure(Kind.BROKEN, "%s can't be reached: %s".formatted(address.host(), reason), cause);
    }

    /** 403 is the answer to a token that is not of these five minutes; with it comes the service's own time. */
    private EdgeFailure refused(int status, @Nullable String date, Exception cause) {
        if (status != 403) {
            return new EdgeFailure(Kind.BROKEN, "%s answers %d".formatted(address.host(), status), cause);
        }
        clock.correct(date);
        return new EdgeFailure(Kind.REFUSED, "%s refuses the token (403)".formatted(address.host()), cause);
    }
}
