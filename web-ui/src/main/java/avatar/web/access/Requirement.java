package avatar.web.access;

import avatar.access.Scope;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.vertx.core.Future;
import java.util.Optional;

/** What a caller needs for a request. */
public record Requirement(Scope scope, Subject subject) {

    /**
     * Judges a caller; fails with {@link ErrorCode#FORBIDDEN} for one that may not make the request.
     *
     * @param channel that it is about; empty where it has none, or names no valid one
     */
    public Future<Void> judged(Caller caller, Optional<String> channel) {
        return allows(caller, channel) ? Future.succeededFuture() : Future.failedFuture(refusal(caller, channel));
    }

    private boolean allows(Caller caller, Optional<String> channel) {
        boolean covers =
                switch (subject) {
                    case NOTHING, LISTED_CHANNELS -> true;
                    case EVERYTHING -> caller.grant().isEverywhere();
                    // An invalid channel, and an utterance that nobody knows, may be any: the service says so to
                    // whoever may ask for all.
                    case CHANNEL_IN_PATH, CHANNEL_IN_BODY, UTTERANCE_IN_PATH, UTTERANCE_IN_BODY ->
                        channel.map(caller.grant()::covers)
                                .orElse(caller.grant().isEverywhere());
                };
        return covers && caller.grant().scope().includes(scope);
    }

    private AvatarException refusal(Caller caller, Optional<String> channel) {
        return new AvatarException(
                ErrorCode.FORBIDDEN,
                "Found a key with scope %s for %s, expected scope %s for %s"
                        .formatted(
                                caller.grant().scope().label(),
                                caller.grant().isEverywhere()
                                        ? "all channels"
                                        : String.join(", ", caller.grant().channels()),
                                scope.label(),
                                channel.map("channel '%s'"::formatted).orElse(subject.words())));
    }
}
