package avatar.tts.synthesis;

import avatar.contract.problem.AvatarException;
import avatar.contract.speech.Channels;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.speech.narration.Narration;
import avatar.speech.narration.Narrator;
import avatar.speech.voices.Voices;
import avatar.tts.speech.SpeechOrder;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/**
 * {@code /api/v1/synthesis}: streams the segments of a text to the caller, without Kafka. Segments are made only as
 * fast as the caller reads them.
 */
@Path("/api/v1/synthesis")
@RunOnVirtualThread
public class SynthesisResource {

    private final Narrator narrator;
    private final Voices voices;
    private final InstantSource clock;
    private final MeterRegistry registry;

    SynthesisResource(Narrator narrator, Voices voices, InstantSource clock, MeterRegistry registry) {
        this.narrator = narrator;
        this.voices = voices;
        this.clock = clock;
        this.registry = registry;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "Streams the speech of a text to the caller only",
            description =
                    "Each segment is its length, 4 bytes, big-endian, and the record as on speech-segments. Without a"
                            + " segment that is the last one, the text was not spoken to its end.")
    public StreamingOutput speak(
            @RequestBody(content = @Content(schema = @Schema(implementation = SpeechOrder.class))) byte[] body) {
        SpeechRequest request = request(SpeechOrder.fromJson(body));
        Narration narration = narrator.narrate(
                request,
                change -> Log.infof(
                        "Synthesis continues with another voice utteranceId=%s detail=%s",
                        request.utteranceId(), change));
        // A failure before the first byte is answered with a problem.
        SpeechSegment first = narration.next();
        return out -> write(first, narration, out);
    }

    private SpeechRequest request(SpeechOrder order) {
        return SpeechRequest.of(
                        UUID.randomUUID().toString(),
                        Channels.DEFAULT,
                        order.text(),
                        Objects.requireNonNullElse(order.voice(), voices.defaultVoice()),
                        SpeechMode.ENQUEUE,
                        clock.instant())
                .withManner(order.rate(), order.pitch(), order.ssml());
    }

    /** Writes the segments; a caller that disconnects ends the synthesis with the next segment. */
    private void write(SpeechSegment first, Narration narration, OutputStream out) {
        String outcome = "abandoned";
        try (narration) {
            DataOutputStream data = new DataOutputStream(out);
            write(first, data);
            while (narration.hasNext()) {
                write(narration.next(), data);
            }
            outcome = "completed";
        } catch (AvatarException e) {
            outcome = "failed";
            Log.warnf(
                    "A synthesis failed utteranceId=%s code=%s error=%s",
                    first.utteranceId(), e.code(), e.getMessage());
            throw e;
        } catch (IOException e) {
            Log.debugf("The caller of a synthesis disconnected utteranceId=%s error=%s", first.utteranceId(), e);
        } finally {
            registry.counter("avatar.tts.syntheses", "outcome", outcome).increment();
        }
    }

    private static void write(SpeechSegment segment, DataOutputStream out) throws IOException {
        byte[] record = segment.toBytes();
        out.writeInt(record.length);
        out.write(record);
        out.flush();
    }
}
