package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.setup.SetupState;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The status of a setup as server-sent events, whenever it has changed; ends with the setup. A slow reader misses
 * intermediate states, never the final one.
 */
final class StatusStream {

    /** As often as setup-job publishes progress. */
    private static final int LOOK_MILLIS = 250;

    /** 15 s: proxies close a connection without data after 30 to 60 s. */
    private static final int LOOKS_BETWEEN_COMMENTS = 60;

    private final HttpServerResponse response;
    private final Supplier<SetupStatus> source;
    private @Nullable SetupStatus published;
    private int unchanged;

    StatusStream(HttpServerResponse response, Supplier<SetupStatus> source) {
        this.response = response;
        this.source = source;
    }

    /** Sends events until the setup has ended, or the reader has left. */
    void follow(Vertx vertx) {
        look();
        long timer = vertx.setPeriodic(LOOK_MILLIS, _ -> look());
        response.endHandler(_ -> vertx.cancelTimer(timer));
        response.closeHandler(_ -> vertx.cancelTimer(timer));
    }

    private void look() {
        if (response.ended() || response.closed() || response.writeQueueFull()) {
            return;
        }
        try {
            publish(source.get());
        } catch (AvatarException e) {
            response.end(); // the setup was forgotten: too many others followed
        }
    }

    private void publish(SetupStatus status) {
        if (!status.equals(published)) {
            published = status;
            unchanged = 0;
            var _ = response.write(event(status));
        } else if (++unchanged >= LOOKS_BETWEEN_COMMENTS) {
            unchanged = 0;
            var _ = response.write(":alive\n\n");
        }
        if (SetupState.ofLabel(status.state()).isFinal()) {
            response.end();
        }
    }

    private static Buffer event(SetupStatus status) {
        return Buffer.buffer("event: %s\nid: %s\ndata: %s\n\n"
                .formatted(status.state(), status.state(), new String(Json.write(status), StandardCharsets.UTF_8)));
    }
}
