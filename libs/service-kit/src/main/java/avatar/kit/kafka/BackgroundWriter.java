package avatar.kit.kafka;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes the records of one topic in order and in the background, so that no caller waits while Kafka is
 * unreachable. Bounded: a record that finds the queue full is lost, and reported as such.
 */
public final class BackgroundWriter implements AutoCloseable {

    private final KafkaWriter writer;
    private final String topic;
    private final ThreadPoolExecutor queue;

    /**
     * Starts the thread that writes.
     *
     * @param writer closed with this
     * @param maxWaiting records
     */
    public BackgroundWriter(KafkaWriter writer, String topic, int maxWaiting) {
        this.writer = writer;
        this.topic = topic;
        this.queue = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(maxWaiting),
                Thread.ofPlatform().daemon().name(topic + "-writer").factory());
        queue.execute(() -> writer.connect(topic));
    }

    /**
     * Queues a record.
     *
     * @param onLost called with the reason, on any thread, if Kafka does not take the record
     */
    public void write(String key, byte[] value, Consumer<Throwable> onLost) {
        try {
            queue.execute(() -> {
                var _ = writer.send(new ProducerRecord<>(topic, key, value)).exceptionally(failure -> {
                    onLost.accept(failure);
                    return null;
                });
            });
        } catch (RejectedExecutionException e) {
            onLost.accept(e);
        }
    }

    /** Writes what is queued, as far as Kafka takes it within a timeout of the writer, and ends. */
    @Override
    public void close() {
        queue.shutdown();
        try {
            if (!queue.awaitTermination(1, TimeUnit.SECONDS)) {
                queue.shutdownNow();
            }
        } catch (InterruptedException e) {
            queue.shutdownNow();
            Thread.currentThread().interrupt();
        }
        writer.close();
    }
}
