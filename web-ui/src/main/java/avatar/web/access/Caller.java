package avatar.web.access;

import avatar.access.AccessKey;
import avatar.access.Grant;
import avatar.access.Link;
import avatar.access.Scope;
import avatar.access.Session;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who calls, and what they may do.
 *
 * @param id of the key, OIDC subject, or address
 * @param key whose rights these are; null without one
 * @param expiresAt when these rights end; null if they don't by themselves
 */
public record Caller(
        Kind kind,
        String id,
        Grant grant,
        @Nullable AccessKey key,
        @Nullable Instant expiresAt) {

    /** What a caller is known by. */
    enum Kind {
        /** Nothing else. */
        ADDRESS,
        /** A key, presented with the request or when signing in. */
        KEY,
        /** A link that was signed with a key. */
        LINK,
        /** The subject of a token. */
        OIDC
    }

    /** Anybody, while nobody has to be known. */
    static Caller anybody(String address) {
        return new Caller(Kind.ADDRESS, address, Grant.everywhere(Scope.MANAGE), null, null);
    }

    static Caller of(AccessKey key) {
        return new Caller(Kind.KEY, key.id(), key.grant(), key, null);
    }

    static Caller of(AccessKey key, Session session) {
        return new Caller(Kind.KEY, key.id(), key.grant(), key, session.expiresAt());
    }

    static Caller of(AccessKey key, Link link) {
        return new Caller(Kind.LINK, key.id(), link.grant(), key, link.expiresAt());
    }

    /** As it is in logs. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
