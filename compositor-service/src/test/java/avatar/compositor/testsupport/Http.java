package avatar.compositor.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The service as a client sees it. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    public static HttpResponse<InputStream> open(URI uri) {
        return send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
    }

    public static HttpResponse<String> get(URI uri) {
        return request("GET", uri);
    }

    public static HttpResponse<String> request(String method, URI uri) {
        return send(
                HttpRequest.newBuilder(uri)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    public static HttpResponse<byte[]> bytes(URI uri) {
        return send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return CLIENT.send(request, handler);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
