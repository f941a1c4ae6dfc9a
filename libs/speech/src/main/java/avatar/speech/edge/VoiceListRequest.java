package avatar.speech.edge;

import avatar.speech.edge.EdgeFailure.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;

/** The HTTP request for the list of voices. */
final class VoiceListRequest {

    /** The current list has 300 KB. */
    static final int MOST_BYTES = 4 << 20;

    private VoiceListRequest() {}

    /** Sends the request; accepts any answer that is not too long. Cancelling the future ends the request. */
    static CompletableFuture<HttpResponse<byte[]>> send(HttpClient http, EdgeAddress address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.voices()).header("Accept-Encoding", "gzip");
        EdgeAddress.headers().forEach(request::header);
        return http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    }

    /**
     * Unpacks the list, which is JSON.
     *
     * @param response with status 200
     * @throws EdgeFailure if it can't be unpacked, or is too long then
     */
    static byte[] list(HttpResponse<byte[]> response) {
        boolean isPacked = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equalsIgnoreCase)
                .isPresent();
        return isPacked ? unpacked(response.body()) : response.body();
    }

    private static byte[] unpacked(byte[] gzip) {
        try (InputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            byte[] list = unpacking.readNBytes(MOST_BYTES + 1);
            if (list.length > MOST_BYTES) {
                throw new EdgeFailure(Kind.BROKEN, "Expected a list of voices of at most 4 MB, found a longer one");
            }
            return list;
        } catch (IOException e) {
            throw new EdgeFailure(
                    Kind.BROKEN, "Expected a list of voices as gzip, found %d bytes".formatted(gzip.length), e);
        }
    }
}
