package avatar.web.gateway;

import avatar.contract.speech.Channels;
import avatar.web.access.Caller;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out on which channel an utterance is or was spoken. */
@Singleton
final class Utterances {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private final Services services;
    private final Inquiry inquiry;

    Utterances(Services services, Inquiry inquiry) {
        this.services = services;
        this.inquiry = inquiry;
    }

    /** The channel of an utterance; empty if nobody knows it, or if the caller may use all channels anyway. */
    Future<Optional<String>> channelOf(Caller caller, String utterance) {
        if (caller.grant().isEverywhere() || !ID.matcher(utterance).matches()) {
            return Future.succeededFuture(Optional.empty());
        }
        return inquiry.askInTurn(services.inTurn(Upstream.TTS), "/api/v1/utterances/" + utterance)
                .map(answer -> Optional.of(new JsonObject(answer).getString("channel", ""))
                        .filter(Channels::isValid))
                .otherwise(Optional.empty());
    }
}
