package avatar.tts.worker;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One worker for every channel that has something to say: a virtual thread that takes the channel's jobs one by one and
 * ends when there is none. Anyone may call it; nobody waits.
 */
final class ChannelWorkers {

    private final Map<String, ChannelQueue> queues = new HashMap<>();
    private final Consumer<SpeechJob> speaker;
    private final int maxWaiting;
    private final long maxRecordedBytes;
    private long recordedBytes;

    /**
     * Without work at first.
     *
     * @param speaker does a job; must not throw
     * @param maxWaiting jobs on one channel
     * @param maxRecordedBytes of recordings on all channels, since they are kept in memory
     */
    ChannelWorkers(Consumer<SpeechJob> speaker, int maxWaiting, long maxRecordedBytes) {
        this.speaker = speaker;
        this.maxWaiting = maxWaiting;
        this.maxRecordedBytes = maxRecordedBytes;
    }

    /**
     * Puts a job at the end of its channel, which drops what it makes pointless.
     *
     * @return why it is not taken; empty if it is
     */
    synchronized Optional<String> offer(SpeechJob job) {
        String channel = job.request().channel();
        long bytes = bytes(job);
        if (bytes > 0 && recordedBytes + bytes > maxRecordedBytes) {
            return Optional.of(
                    "Recordings of %d bytes wait already; at most %d do".formatted(recordedBytes, maxRecordedBytes));
        }
        if (!queue(channel).offer(job)) {
            return Optional.of("%d utterances wait on channel '%s' already".formatted(maxWaiting, channel));
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
