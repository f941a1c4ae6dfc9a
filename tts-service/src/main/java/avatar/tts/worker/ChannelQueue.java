package avatar.tts.worker;

import avatar.contract.speech.SpeechState;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The queued jobs of one channel. Not thread-safe: {@link ChannelWorkers} synchronizes the access. */
final class ChannelQueue {

    private final Deque<SpeechJob> jobs = new ArrayDeque<>();
    private @Nullable SpeechJob current;

    /**
     * Appends a job, and drops the jobs that it makes obsolete. Dropped jobs keep their place: their end is reported
     * in order.
     */
    void offer(SpeechJob job) {
        switch (job.request().mode()) {
            case REPLACE -> dropAll(SpeechState.REPLACED);
            case STOP -> dropAll(SpeechState.STOPPED);
            case ENQUEUE -> {}
        }
        jobs.add(job);
    }

    /** The next job; null when there is none. */
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
