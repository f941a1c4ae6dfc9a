package avatar.web.access;

import avatar.access.AccessKey;
import avatar.access.KeyFile;
import avatar.access.KeyRing;
import avatar.access.TokenSigner;
import avatar.contract.problem.AvatarException;
import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the file, at most a second old. It is read anew every second: a file that Kubernetes mounts is a link
 * whose target is exchanged, of which a watch reports nothing. An invalid file changes nothing, a missing one has no keys.
 */
@Singleton
final class KeyDirectory {

    private static final long PERIOD_MILLIS = 1000;

    /** The keys at one moment, with what is made of them. */
    private record State(KeyRing ring, TokenSigner signer) {}

    private final @Nullable KeyFile file;
    private final Vertx vertx;
    private final long timer;
    private volatile State state;
    private volatile boolean isPresent;
    private @Nullable String trouble;

    KeyDirectory(AccessConfig config, Vertx vertx) {
        this.file = config.keysFile()
                .map(path -> new KeyFile(path, Clock.systemUTC()))
                .orElse(null);
        this.vertx = vertx;
        KeyRing none = KeyRing.empty();
        this.state = new State(none, none.signer());
        refresh();
        this.timer = file == null
                ? -1
                : vertx.setPeriodic(
                        PERIOD_MILLIS,
                        tick -> vertx.executeBlocking(() -> {
                            refresh();
                            return true;
                        }));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    /** Whether there has been a file since the start. */
    boolean isPresent() {
        return isPresent;
    }

    boolean hasKeys() {
        return !state.ring().keys().isEmpty();
    }

    KeyRing ring() {
        return state.ring();
    }

    TokenSigner signer() {
        return state.signer();
    }

    Optional<AccessKey> find(String id) {
        return state.ring().find(id);
    }

    /** Whether a caller still has the rights it came with. */
    boolean isValid(Caller caller, Instant now) {
        AccessKey key = caller.key();
        return !caller.isExpired(now)
                && (key == null || find(key.id()).filter(key::equals).isPresent());
    }

    /** Where the keys are expected, for a message. */
    String place() {
        return file == null
                ? "no file, avatar.access.keys-file is not set"
                : file.path().toString();
    }

    private synchronized void refresh() {
        if (file == null) {
            return;
        }
        try {
            Optional<KeyRing> read = file.read();
            isPresent |= read.isPresent();
            KeyRing ring = read.orElseGet(this::withoutKeys);
            if (!ring.equals(state.ring())) {
                report(state.ring(), ring);
                state = new State(ring, ring.signer());
            }
            trouble = null;
        } catch (AvatarException | UncheckedIOException e) {
            // There is one, so that nobody may be let in for its absence.
            isPresent = true;
            if (!Objects.equals(trouble, e.getMessage())) {
                trouble = e.getMessage();
                Log.errorf("Keys were not read, those of before stay valid: %s", trouble);
            }
        }
    }

    private KeyRing withoutKeys() {
        return new KeyRing(state.ring().version(), state.ring().signingSecret(), List.of());
    }

    private static void report(KeyRing before, KeyRing after) {
        List<String> ended = new ArrayList<>(ids(before));
        ended.removeAll(ids(after));
        Log.infof("Keys were read keys=%d revoked=%s", after.keys().size(), ended);
    }

    private static List<String> ids(KeyRing ring) {
        return ring.keys().stream().map(AccessKey::id).toList();
    }
}
