package avatar.tts.worker;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one worker for every channel with queued jobs: a virtual thread that processes the channel's jobs in order and
 * ends when there are none. Every job is processed once. Thread-safe; calls don't block.
 */
final class ChannelWorkers {

    /** Kafka delivers a record again within seconds. */
    private static final int REMEMBERED_JOBS = 10_000;

    private final Map<String, ChannelQueue> queues = new HashMap<>();
    private final SequencedSet<String> known = new LinkedHashSet<>();
    private final Consumer<SpeechJob> speaker;
    private final long maxRecordedBytes;
    private long recordedBytes;
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    /**
     * Creates workers without jobs.
     *
     * @param speaker processes a job; must not throw
     * @param maxRecordedBytes size of the recordings of all jobs, which are kept in memory, beyond which no more jobs
     *     should come
     */
    ChannelWorkers(Consumer<SpeechJob> speaker, long maxRecordedBytes) {
        this.speaker = speaker;
        this.maxRecordedBytes = maxRecordedBytes;
    }

    /**
     * Appends a job to its channel, and drops the jobs that it makes obsolete. A job that came before is done at once.
     *
     * @return completes when there is room for the next one
     */
    synchronized CompletionStage<Void> offer(SpeechJob job) {
        if (!isNew(job.request().utteranceId())) {
            job.done();
            return room;
        }
        queue(job.request().channel()).offer(job);
        recordedBytes += bytes(job);
        if (recordedBytes > maxRecordedBytes && room.isDone()) {
            room = new CompletableFuture<>();
        }
        return room;
    }

    private boolean isNew(String utteranceId) {
        if (known.size() == REMEMBERED_JOBS && !known.contains(utteranceId)) {
            known.removeFirst();
        }
        return known.add(utteranceId);
    }

    private ChannelQueue queue(String channel) {
        ChannelQueue queue = queues.get(channel);
        if (queue == null) {
            queue = new ChannelQueue();
            queues.put(channel, queue);
            Thread.ofVirtual().name("speech-" + channel).start(() -> work(channel));
        }
        return queue;
    }

    private static long bytes(SpeechJob job) {
        return job.request().recording().remaining();
    }

    private void release(SpeechJob job) {
        @Nullable CompletableFuture<Void> free;
        synchronized (this) {
            recordedBytes -= bytes(job);
            free = recordedBytes > maxRecordedBytes ? null : room;
        }
        if (free != null) {
            free.complete(null);
        }
    }

    private void work(String channel) {
        SpeechJob job = next(channel);
        while (job != null) {
            speaker.accept(job);
            release(job);
            job.done();
            job = next(channel);
        }
    }

    private synchronized @Nullable SpeechJob next(String channel) {
        ChannelQueue queue = queues.get(channel);
        SpeechJob job = queue == null ? null : queue.next();
        if (job == null) {
            queues.remove(channel);
        }
        return job;
    }
}
