package avatar.tts.worker;

import java.util.HashMap;
import java.util.Map;
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

    /**
     * Without work at first.
     *
     * @param speaker does a job; must not throw
     */
    ChannelWorkers(Consumer<SpeechJob> speaker, int maxWaiting) {
        this.speaker = speaker;
        this.maxWaiting = maxWaiting;
    }

    /** As {@link ChannelQueue#offer}, on the job's channel. */
    synchronized boolean offer(SpeechJob job) {
        String channel = job.request().channel();
        ChannelQueue queue = queues.get(channel);
        if (queue == null) {
            queue = new ChannelQueue(maxWaiting);
            queues.put(channel, queue);
            Thread.ofVirtual().name("speech-" + channel).start(() -> work(channel));
        }
        return queue.offer(job);
    }

    private void work(String channel) {
        SpeechJob job = next(channel);
        while (job != null) {
            speaker.accept(job);
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
