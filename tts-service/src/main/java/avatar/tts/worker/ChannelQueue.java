package avatar.tts.worker;

import avatar.contract.speech.SpeechState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What one channel still has to say. Not for two threads at once: {@link ChannelWorkers} sees to it. */
final class ChannelQueue {

    private final Deque<SpeechJob> jobs = new ArrayDeque<>();
    private final int maxWaiting;
    private @Nullable SpeechJob current;

    ChannelQueue(int maxWaiting) {
        this.maxWaiting = maxWaiting;
    }

    /**
     * Puts a job at the end, and drops what it makes pointless. Dropped jobs keep their place: their end is reported in
     * order.
     *
     * @return false if too many wait
     */
    boolean offer(SpeechJob job) {
        switch (job.request().mode()) {
            case REPLACE -> dropAll(SpeechState.REPLACED);
            case STOP -> dropAll(SpeechState.STOPPED);
            case ENQUEUE -> {
                if (jobs.stream().filter(waiting -> waiting.dropped() == null).count() >= maxWaiting) {
                    return false;
                }
            }
        }
        return jobs.add(job);
    }

    /** The job whose turn it is; null when there is none. */
    @Nullable
    SpeechJob next() {
        current = jobs.poll();
        return current;
    }

    private void dropAll(SpeechState why) {
        if (current != null) {
            current.drop(why);
        }
        jobs.forEach(job -> job.drop(why));
    }
}
