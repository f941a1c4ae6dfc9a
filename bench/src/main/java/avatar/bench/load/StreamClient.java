package avatar.bench.load;

import avatar.bench.command.ApiKey;
import avatar.bench.command.BenchException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Any number of viewers on one thread, as cheap as possible: they read, find the parts, and decode nothing. They use
 * HTTP/1.0, so that the stream is not chunked.
 */
final class StreamClient implements AutoCloseable {

    private static final int BUFFER_BYTES = 256 * 1024;
    private static final long WAIT_MILLIS = 100;

    private final Selector selector;
    private final List<SocketChannel> sockets = new ArrayList<>();
    private final List<Tally> tallies = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    private record Viewer(PartScanner scanner, Tally tally) {}

    StreamClient() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new BenchException("A selector can't be opened: " + e, e);
        }
    }

    /** Adds a viewer of a stream. */
    void watch(URI stream) {
        Tally tally = new Tally();
        try {
            SocketChannel socket = ask(stream);
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ, new Viewer(new PartScanner(tally), tally));
        } catch (IOException e) {
            throw new BenchException("%s does not answer: %s".formatted(stream, e), e);
        }
        tallies.add(tally);
    }

    /** Adds a viewer that requests a stream and never reads it. */
    void watchWithoutReading(URI stream) {
        try {
            ask(stream);
        } catch (IOException e) {
            throw new BenchException("%s does not answer: %s".formatted(stream, e), e);
        }
    }

    private SocketChannel ask(URI stream) throws IOException {
        SocketChannel socket = SocketChannel.open();
        sockets.add(socket);
        socket.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
        socket.connect(new InetSocketAddress(stream.getHost(), stream.getPort()));
        String request = "GET %s HTTP/1.0\r\nHost: %s\r\n%s\r\n"
                .formatted(stream.getRawPath(), stream.getAuthority(), ApiKey.headerLine());
        socket.write(StandardCharsets.US_ASCII.encode(request));
        return socket;
    }

    /** Reads all that arrives until then, by {@link System#nanoTime}. */
    void readUntil(long nanos) {
        try {
            while (System.nanoTime() - nanos < 0) {
                selector.select(this::read, WAIT_MILLIS);
            }
        } catch (IOException | IllegalStateException e) {
            throw new BenchException("A stream can't be read: " + e.getMessage(), e);
        }
    }

    private void read(SelectionKey key) {
        Viewer viewer = (Viewer) key.attachment();
        try {
            buffer.clear();
            if (((SocketChannel) key.channel()).read(buffer) < 0) {
                throw new IllegalStateException(
                        "it ended after %d frames".formatted(viewer.tally().frames()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e.toString(), e);
        }
        viewer.scanner().read(buffer.flip());
    }

    /** Starts counting frames. */
    void beginToCount() {
        tallies.forEach(Tally::begin);
    }

    List<Tally> tallies() {
        return tallies;
    }

    @Override
    public void close() {
        try {
            for (SocketChannel socket : sockets) {
                socket.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new BenchException("A stream can't be closed: " + e, e);
        }
    }
}
