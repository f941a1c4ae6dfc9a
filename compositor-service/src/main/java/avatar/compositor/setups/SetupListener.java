package avatar.compositor.setups;

import avatar.contract.problem.AvatarException;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Reads every request and every event of setups, of all replicas and from before this one started, so that each
 * replica knows the status of all. Unreadable records are skipped here: setup-job sends them to the dead letters,
 * once.
 */
@ApplicationScoped
class SetupListener {

    private final SetupBook book;

    SetupListener(SetupBook book) {
        this.book = book;
    }

    @Incoming("setup-requests")
    CompletionStage<Void> onRequest(Message<byte[]> message) {
        return read(message, value -> book.record(SetupRequest.fromBytes(value)));
    }

    @Incoming("setup-events")
    CompletionStage<Void> onEvent(Message<byte[]> message) {
        return read(message, value -> book.record(SetupEvent.fromBytes(value)));
    }

    private interface Reading {
        void of(byte[] value);
    }

    private static CompletionStage<Void> read(Message<byte[]> message, Reading reading) {
        byte[] value = message.getPayload();
        try {
            if (value != null) {
                reading.of(value);
            }
        } catch (AvatarException e) {
            Log.debugf("Setup record can't be read error=%s", e.getMessage());
        }
        return message.ack();
    }
}
