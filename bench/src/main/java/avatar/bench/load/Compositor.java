package avatar.bench.load;

import avatar.bench.command.ApiKey;
import avatar.bench.command.BenchException;
import avatar.contract.api.Management;
import avatar.contract.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A client of a running compositor-service, for channels and metrics. */
final class Compositor {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The status of calls for a channel of another compositor. */
    private static final int ELSEWHERE = 421;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI url;

    Compositor(URI url) {
        this.url = url;
    }

    URI stream(String channel) {
        return url.resolve("/stream/%s.mjpeg".formatted(channel));
    }

    /** Creates a channel, unless it exists; returns whether it is this one's. */
    boolean open(String channel, String avatar) {
        byte[] wish = Json.write(Map.of("id", channel, "avatar", avatar));
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(url.resolve("/api/v1/channels"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(wish)),
                List.of(200, 201, ELSEWHERE));
        return response.statusCode() != ELSEWHERE;
    }

    void close(String channel) {
        send(HttpRequest.newBuilder(url.resolve("/api/v1/channels/" + channel)).DELETE(), List.of(204, 404));
    }

    /** The processor time it has used since its start. */
    Duration cpuTime() {
        return Duration.ofNanos((long) metric(line -> line.startsWith("process_cpu_time_ns_total")));
    }

    /** Bytes of heap and direct buffers in use. */
    long memoryBytes() {
        return (long) (metric(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                + metric(line -> line.startsWith("jvm_buffer_memory_used_bytes")));
    }

    private double metric(Predicate<String> isWanted) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(Management.of(url, Management.METRICS)).header("Accept", "text/plain");
        return send(request, List.of(200))
                .body()
                .lines()
                .filter(isWanted)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private HttpResponse<String> send(HttpRequest.Builder request, List<Integer> expected) {
        HttpRequest complete = ApiKey.addTo(request).timeout(TIMEOUT).build();
        try {
            HttpResponse<String> response = client.send(complete, BodyHandlers.ofString());
            if (!expected.contains(response.statusCode())) {
                throw new BenchException(
                        "%s answered %d: %s".formatted(complete.uri(), response.statusCode(), response.body()));
            }
            return response;
        } catch (IOException e) {
            throw new BenchException(
                    "%s does not answer; is the system running? ./avatar up starts it".formatted(complete.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }
}
