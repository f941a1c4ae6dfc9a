package avatar.access;

import avatar.contract.speech.Channels;
import java.time.Instant;
import java.util.List;

/**
 * The right to use one channel for a while, for whoever has the link.
 *
 * @param scope one of {@link #SCOPES}
 * @param key the id of the key that made it, without which it is void
 */
public record Link(String channel, Scope scope, Instant expiresAt, String key) {

    /** What links are made for. */
    public static final List<Scope> SCOPES = List.of(Scope.WATCH, Scope.SPEAK);

    /** What the maker of a link may do on its channel. */
    public static final Scope MAKER = Scope.SPEAK;

    public Link {
        Channels.requireValid(channel);
    }

    public Grant grant() {
        return Grant.of(scope, List.of(channel));
    }

    /** Where it leads to: the stream or, where it may speak, the page. */
    public String path(String token) {
        return scope == Scope.WATCH
                ? "/stream/%s.mjpeg?token=%s".formatted(channel, token)
                : "/?channel=%s&token=%s".formatted(channel, token);
    }
}
