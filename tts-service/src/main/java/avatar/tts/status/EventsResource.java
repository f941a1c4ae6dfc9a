package avatar.tts.status;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechEvent;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/** {@code /api/v1/channels/{channel}/events}: the events of a channel as they happen, as server-sent events. */
@Path("/api/v1/channels/{channel}/events")
public class EventsResource {

    private final EventStream stream;
    private final StatusConfig config;

    EventsResource(EventStream stream, StatusConfig config) {
        this.stream = stream;
        this.config = config;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    // Proxies such as nginx must not buffer events.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(summary = "The events of a channel; each is named after its state and holds a SpeechEvent")
    public Multi<OutboundSseEvent> events(@PathParam("channel") String channel, @Context Sse sse) {
        Channels.requireValid(channel);
        // The first heartbeat is sent at once, which opens the stream for the caller; later ones detect closed
        // connections.
        Multi<OutboundSseEvent> heartbeat = Multi.createFrom()
                .ticks()
                .every(config.heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("alive").build());
        Multi<OutboundSseEvent> events =
                stream.of(channel, config.bufferedEvents()).map(event -> sent(event, sse));
        return Multi.createBy().merging().streams(heartbeat, events);
    }

    private static OutboundSseEvent sent(SpeechEvent event, Sse sse) {
        return sse.newEventBuilder()
                .name(event.state().label())
                .data(String.class, new String(event.toBytes(), UTF_8))
                .build();
    }
}
