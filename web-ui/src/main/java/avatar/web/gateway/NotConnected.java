package avatar.web.gateway;

import java.io.IOException;

/** A request that was not sent, as there was no connection to send it on: it can be sent to another instance. */
final class NotConnected extends IOException {

    NotConnected(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    NotConnected(String message) {
        super(message);
    }
}
