package avatar.web.gateway;

/** A stream of a service that breaks the rules of its format. */
final class MalformedStream extends RuntimeException {

    MalformedStream(String message) {
        super(message, null, false, false);
    }
}
