package avatar.speech.edge;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A service below the protocol: one that answers with any bytes, or never. */
final class RawService implements AutoCloseable {

    final AtomicInteger connections = new AtomicInteger();

    /** How many connections the client has ended. */
    final AtomicInteger ended = new AtomicInteger();

    private final ServerSocket server;
    private final Answer answer;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();

    RawService(Answer answer) throws IOException {
        this.answer = answer;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:%d/readaloud".formatted(server.getLocalPort()));
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try {
            Thread.ofVirtual().start(() -> answerTo(socket));
            while (socket.getInputStream().read() >= 0) {
                // Any request.
            }
            ended.incrementAndGet();
        } catch (IOException e) {
            // A reset ends the connection, too.
            ended.incrementAndGet();
        }
    }

    private void answerTo(Socket socket) {
        try {
            answer.to(socket.getOutputStream());
        } catch (IOException e) {
            // The client ended the connection; {@link #ended} counts it.
            return;
        }
    }

    /** The bytes that are sent on a new connection. */
    interface Answer {

        Answer NONE = out -> {};

        void to(OutputStream out) throws IOException;
    }
}
