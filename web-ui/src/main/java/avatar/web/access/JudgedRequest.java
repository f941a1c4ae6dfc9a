package avatar.web.access;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** A request whose caller is known, without what the caller is known by: no service and no log gets that. */
public final class JudgedRequest extends HttpServerRequestWrapper {

    private final Caller caller;
    private final SocketAddress address;
    private final MultiMap headers;
    private final @Nullable String query;
    private volatile @Nullable String channel;
    private volatile @Nullable String text;

    JudgedRequest(HttpServerRequest original, Caller caller) {
        super((HttpServerRequestInternal) original);
        this.caller = caller;
        this.address = original.remoteAddress();
        this.headers = Credentials.removedFrom(original.headers());
        this.query = Credentials.removedFrom(original.query());
    }

    /** The judged request behind what a proxy was given. */
    public static JudgedRequest of(HttpServerRequest request) {
        return (JudgedRequest) request;
    }

    public Caller caller() {
        return caller;
    }

    /** Notes the channel that it is about, for the log. */
    public void about(@Nullable String newChannel) {
        channel = newChannel;
    }

    /** Notes the text that is to be spoken, for the log. */
    public void saying(@Nullable String newText) {
        text = newText;
    }

    @Nullable
    String channel() {
        return channel;
    }

    @Nullable
    String text() {
        return text;
    }

    @Override
    public MultiMap headers() {
        return headers;
    }

    @Override
    public @Nullable String query() {
        return query;
    }

    @Override
    public String uri() {
        String uri = super.uri();
        int end = uri.indexOf('?');
        return end < 0 ? uri : query == null ? uri.substring(0, end) : uri.substring(0, end + 1) + query;
    }

    @Override
    public SocketAddress remoteAddress() {
        return address;
    }
}
