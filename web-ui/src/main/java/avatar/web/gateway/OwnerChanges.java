package avatar.web.gateway;

import avatar.web.owner.OwnerDirectory;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Lets requests wait for the next announcement of a compositor. */
@Singleton
final class OwnerChanges {

    private final Vertx vertx;
    private final OwnerDirectory owners;

    OwnerChanges(Vertx vertx, OwnerDirectory owners) {
        this.vertx = vertx;
        this.owners = owners;
    }

    /** To be read before an owner is looked up. */
    long version() {
        return owners.version();
    }

    /**
     * Completes on the caller's context when there was an announcement after {@code version}, or when the time is over.
     */
    Future<Void> after(long version, Duration atMost) {
        Context context = vertx.getOrCreateContext();
        Promise<Void> over = Promise.promise();
        long timer = vertx.setTimer(Math.max(1, atMost.toMillis()), expired -> over.tryComplete());
        OwnerDirectory.Registration registration =
                owners.listen(() -> context.runOnContext(announced -> over.tryComplete()));
        if (owners.version() != version) {
            over.tryComplete();
        }
        return over.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            registration.end();
        });
    }
}
