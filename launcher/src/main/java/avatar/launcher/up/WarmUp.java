package avatar.launcher.up;

import avatar.contract.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The first calls of a system that has just started, which nobody sees or hears: they load and compile what the first
 * viewer and the first text would wait for. What fails here is no failure of the system.
 */
final class WarmUp {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int FIRST_BYTES = 256 * 1024;

    /** Has no channel: a stop for it takes the way of speech through Kafka to the compositor, which drops it. */
    private static final String NO_CHANNEL = "warm-up";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final SystemPlan plan;

    WarmUp(SystemPlan plan) {
        this.plan = plan;
    }

    /** Returns when all calls have been answered, or have failed. */
    void run() {
        List<Thread> calls = List.of(
                Thread.startVirtualThread(this::watch),
                Thread.startVirtualThread(this::synthesize),
                Thread.startVirtualThread(this::stop));
        for (Thread call : calls) {
            try {
                call.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void watch() {
        HttpRequest request = to(Service.WEB_UI, "/stream/main.mjpeg").build();
        try (InputStream stream =
                client.send(request, BodyHandlers.ofInputStream()).body()) {
            stream.readNBytes(FIRST_BYTES);
        } catch (IOException e) {
            // The first viewer waits a little longer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void synthesize() {
        byte[] text = Json.write(Map.of("text", "Ready."));
        send(to(Service.TTS_SERVICE, "/api/v1/synthesis")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(text)));
    }

    private void stop() {
        send(to(Service.TTS_SERVICE, "/api/v1/channels/%s/speech".formatted(NO_CHANNEL))
                .DELETE());
    }

    private HttpRequest.Builder to(Service service, String path) {
        URI url = plan.url(service).resolve(path);
        return HttpRequest.newBuilder(url).timeout(TIMEOUT);
    }

    private void send(HttpRequest.Builder request) {
        try {
            client.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            // The first text waits a little longer.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
