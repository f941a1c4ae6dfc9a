package avatar.bench.load;

import avatar.bench.command.BenchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The throughput of plain sockets: one thread writes the same bytes to all, another reads them. */
final class RawLoopback {

    private static final Duration TIME = Duration.ofSeconds(3);
    private static final int BUFFER_BYTES = 256 * 1024;

    private RawLoopback() {}

    /** Measures with that many readers and parts of that size. */
    static double megabytesPerSecond(int readers, int partBytes) {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(local(0));
                Selector reading = Selector.open();
                Selector writing = Selector.open()) {
            List<SocketChannel> sockets = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                sockets.add(registered(SocketChannel.open(server.getLocalAddress()), reading, SelectionKey.OP_READ));
                sockets.add(registered(server.accept(), writing, SelectionKey.OP_WRITE));
            }
            double passed = pass(reading, writing, partBytes);
            for (SocketChannel socket : sockets) {
                socket.close();
            }
            return passed;
        } catch (IOException | InterruptedException e) {
            throw new BenchException("The loopback can't be measured: " + e, e);
        }
    }

    private static double pass(Selector reading, Selector writing, int partBytes)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        long end = start + TIME.toNanos();
        ByteBuffer part = ByteBuffer.allocateDirect(partBytes);
        Thread writer = Thread.ofPlatform().start(() -> writeUntil(end, writing, part));
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        long[] bytes = {0};
        while (System.nanoTime() - end < 0) {
            reading.select(key -> bytes[0] += read(key, buffer.clear()), 100);
        }
        writer.join();
        return bytes[0] / ((System.nanoTime() - start) / 1e3);
    }

    private static void writeUntil(long end, Selector writing, ByteBuffer part) {
        try {
            while (System.nanoTime() - end < 0) {
                writing.select(key -> write(key, part.duplicate()), 100);
            }
        } catch (IOException e) {
            throw new BenchException("The loopback can't be written to: " + e, e);
        }
    }

    private static void write(SelectionKey key, ByteBuffer part) {
        try {
            ((SocketChannel) key.channel()).write(part);
        } catch (IOException e) {
            throw new BenchException("The loopback can't be written to: " + e, e);
        }
    }

    private static int read(SelectionKey key, ByteBuffer buffer) {
        try {
            return ((SocketChannel) key.channel()).read(buffer);
        } catch (IOException e) {
            throw new BenchException("The loopback can't be read: " + e, e);
        }
    }

    private static SocketChannel registered(SocketChannel socket, Selector selector, int interest) throws IOException {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.configureBlocking(false);
        socket.register(selector, interest);
        return socket;
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
