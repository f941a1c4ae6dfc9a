package avatar.tts.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one worker for every channel with queued jobs: a virtual thread that processes the channel's jobs in order and
 * ends when there are none. Thread-safe; calls don't block.
 */
final class ChannelWorkers {

    private final Map<String, ChannelQueue> queues = new HashMap<>();
    private final Consumer<SpeechJob> speaker;
    private final int maxWaiting;
    private final long maxRecordedBytes;
    private long recordedBytes;

    /**
     * Creates workers without jobs.
     *
     * @param speaker processes a job; must not throw
     * @param maxWaiting maximum number of jobs on one channel
     * @param maxRecordedBytes maximum size of the recordings of all jobs, since they are kept in memory
     */
    ChannelWorkers(Consumer<SpeechJob> speaker, int maxWaiting, long maxRecordedBytes) {
        this.speaker = speaker;
        this.maxWaiting = maxWaiting;
        this.maxRecordedBytes = maxRecordedBytes;
    }

    /**
     * Appends a job to its channel, and drops the jobs that it makes obsolete.
     *
     * @return the reason why the job is refused; empty if it is accepted
     */
    synchronized Optional<String> offer(SpeechJob job) {
        String channel = job.request().channel();
        long bytes = bytes(job);
        if (bytes > 0 && recordedBytes + bytes > maxRecordedBytes) {
            return Optional.of("Recordings of %d bytes are queued already, expected at most %d; try again later"
                    .formatted(recordedBytes, maxRecordedBytes));
        }
        if (!queue(channel).offer(job)) {
            return Optional.of(
                    "%d utterances are queued on channel '%s' already; try again later".formatted(maxWaiting, channel));
        }
        recordedBytes += bytes;
        return Optional.empty();
    }

    private ChannelQueue queue(String channel) {
        ChannelQueue queue = queues.get(channel);
        if (queue == null) {
            queue = new ChannelQueue(maxWaiting);
            queues.put(channel, queue);
            Thread.ofVirtual().name("speech-" + channel).start(() -> work(channel));
        }
        return queue;
    }

    private static long bytes(SpeechJob job) {
        return job.request().recording().remaining();
    }

    private synchronized void release(SpeechJob job) {
        recordedBytes -= bytes(job);
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
