package avatar.web.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A viewer that reads the parts of a stream strictly: a byte too many or too few is a failure. */
final class PartViewer implements AutoCloseable {

    /** What it has read when the response ended in order. */
    static final String END = "end";
    /** When the connection broke between two parts. */
    static final String BREAK = "break";
    /** When the gateway announced another compositor. */
    static final String INTERRUPTION = "interruption";

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpRequest request;
    private final BlockingQueue<String> parts = new LinkedBlockingQueue<>();

    PartViewer(URI gateway, String path) {
        request = HttpRequest.newBuilder(gateway.resolve(path)).build();
        Thread.startVirtualThread(this::read);
    }

    /** The text of the next part. */
    String next() throws InterruptedException {
        String part = parts.poll(8, TimeUnit.SECONDS);
        return part == null ? "nothing in 8 seconds" : part;
    }

    private void read() {
        boolean isBetweenParts = true;
        try (DataInputStream in = new DataInputStream(
                client.send(request, BodyHandlers.ofInputStream()).body())) {
            expect(in, "--frame\r\n");
            while (true) {
                isBetweenParts = true;
                int first = in.read();
                if (first < 0) {
                    parts.add(END);
                    return;
                }
                isBetweenParts = false;
                String head = (char) first + head(in);
                byte[] body = new byte[length(head)];
                in.readFully(body);
                expect(in, "\r\n--frame\r\n");
                parts.add(head.contains("application/x-interruption") ? INTERRUPTION : new String(body, US_ASCII));
            }
        } catch (IOException e) {
            parts.add(isBetweenParts ? BREAK : "a part without end: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("in the headers " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static int length(String head) {
        return Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+)\r\n.*", "$1"));
    }

    private static void expect(DataInputStream in, String text) throws IOException {
        byte[] found = new byte[text.length()];
        in.readFully(found);
        if (!new String(found, US_ASCII).equals(text)) {
            throw new IOException("expected %s, found %s".formatted(text, new String(found, US_ASCII)));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
