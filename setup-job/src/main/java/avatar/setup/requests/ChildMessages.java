package avatar.setup.requests;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The messages of the process of a setup, received on a thread of their own. */
final class ChildMessages {

    /** A line of a message has less; a longer one isn't kept. */
    private static final int LONGEST_LINE = 100_000;

    private final BlockingQueue<ChildMessage> received = new LinkedBlockingQueue<>();
    private final Thread thread;

    private ChildMessages(Process process) {
        thread = Thread.ofPlatform().daemon().name("setup-messages").start(() -> receive(process));
    }

    static ChildMessages of(Process process) {
        return new ChildMessages(process);
    }

    private void receive(Process process) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            for (int next = lines.read(); next >= 0; next = lines.read()) {
                if (next != '\n') {
                    if (line.length() < LONGEST_LINE) {
                        line.append((char) next);
                    }
                } else {
                    ChildMessage.ofLine(line.toString()).ifPresent(received::add);
                    line.setLength(0);
                }
            }
        } catch (IOException e) {
            // The process was killed.
        }
    }

    /** The next message, or null if none comes in that time. */
    @Nullable
    ChildMessage next(Duration timeout) throws InterruptedException {
        return received.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether no message is left and none will come. */
    boolean isOver() {
        return !thread.isAlive() && received.isEmpty();
    }
}
