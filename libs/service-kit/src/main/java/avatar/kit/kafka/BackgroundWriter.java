package avatar.kit.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes the records of one topic in order and in the background, so that no caller waits while Kafka is unreachable.
 * The queue is bounded: when it is full, a new record is dropped and reported as lost.
 */
public final class BackgroundWriter implements AutoCloseable {

    private final KafkaWriter writer;
    private final String topic;
    private final ThreadPoolExecutor queue;
    private CompletableFuture<Void> written = CompletableFuture.completedFuture(null);

    /**
     * Starts the writer thread.
     *
     * @param writer closed with this
     * @param maxWaiting maximum number of queued records
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
     * @param onLost called with the reason, on any thread, if the record was not written
     */
    public void write(String key, byte[] value, Consumer<Throwable> onLost) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        follow(ended);
        try {
            queue.execute(() -> {
                var _ = writer.send(new ProducerRecord<>(topic, key, value)).whenComplete((_, failure) -> {
                    if (failure != null) {
                        onLost.accept(failure);
                    }
                    ended.complete(null);
                });
            });
        } catch (RejectedExecutionException e) {
            onLost.accept(e);
            ended.complete(null);
        }
    }

    private synchronized void follow(CompletableFuture<Void> ended) {
        written = written.isDone() ? ended : CompletableFuture.allOf(written, ended);
    }

    /** Completes when each record that was queued before this call was written or lost. */
    public synchronized CompletionStage<Void> written() {
        return written.minimalCompletionStage();
    }

    /** Writes the queued records, within one timeout of the writer, and stops the thread. */
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
