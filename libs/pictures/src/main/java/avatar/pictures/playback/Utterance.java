package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Viseme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The segments of an utterance that were not yet played, and when they sound. */
final class Utterance {

    private final String id;
    private final Deque<QueuedSegment> segments = new ArrayDeque<>();

    private int lastIndex = -1;
    private boolean isComplete;
    private boolean isBrokenOff;
    private boolean isAnnounced;
    /** Of what was scheduled: when it ends, in channel time, and how much sound it is. */
    private long endNanos;

    private long scheduledNanos;

    Utterance(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Whether a segment of that index came before. One left out is not waited for: its record was unreadable. */
    boolean hasSeen(int index) {
        return index <= lastIndex;
    }

    int nextIndex() {
        return lastIndex + 1;
    }

    QueuedSegment add(SpeechSegment segment, long arrived, CompletableFuture<Void> released) {
        QueuedSegment queued = new QueuedSegment(segment, arrived, released);
        segments.add(queued);
        lastIndex = segment.index();
        isComplete |= segment.last();
        isBrokenOff |= segment.last() && !segment.audio().hasRemaining();
        return queued;
    }

    /** The one with that index that still waits or sounds. */
    @Nullable
    QueuedSegment find(int index) {
        for (QueuedSegment queued : segments) {
            if (queued.index() == index) {
                return queued;
            }
        }
        return null;
    }

    /**
     * Fixes the start of segments: each where the one before it ends; if that is over, when it came or now.
     *
     * @param earliest nothing starts before it
     * @param horizon segments that would start later stay open
     * @return those with sound that were scheduled now
     */
    List<QueuedSegment> schedule(long earliest, long now, long horizon) {
        List<QueuedSegment> scheduled = new ArrayList<>();
        for (QueuedSegment queued : segments) {
            long start = Math.max(endNanos, Math.clamp(queued.arrivedNanos(), earliest, now));
            if (!queued.isScheduled() && start <= horizon) {
                queued.schedule(start, scheduledNanos);
                endNanos = queued.endNanos();
                scheduledNanos += queued.durationNanos();
                if (queued.durationNanos() > 0) {
                    scheduled.add(queued);
                }
            }
        }
        return scheduled;
    }

    /** Removes what was played. */
    List<QueuedSegment> takePlayed(long now) {
        List<QueuedSegment> played = new ArrayList<>();
        while (!segments.isEmpty()
                && segments.getFirst().isScheduled()
                && segments.getFirst().endNanos() <= now) {
            played.add(segments.removeFirst());
        }
        return played;
    }

    /** Removes everything. */
    List<QueuedSegment> takeAll() {
        List<QueuedSegment> all = new ArrayList<>(segments);
        segments.clear();
        return all;
    }

    /** Whether nothing of it is left to be heard, and nothing more comes. */
    boolean isOver() {
        return isComplete && segments.isEmpty();
    }

    /** Whether it could not be made to its end, which tts-service has told already. */
    boolean isBrokenOff() {
        return isBrokenOff;
    }

    /** How long it has had nothing to say. */
    long waitedNanos(long now) {
        return segments.isEmpty() ? now - endNanos : 0;
    }

    /** Whether its first sound is heard now: true once. */
    boolean startsToSound() {
        if (isAnnounced || scheduledNanos == 0) {
            return false;
        }
        isAnnounced = true;
        return true;
    }

    List<QueuedSegment> scheduled() {
        return segments.stream()
                .filter(queued -> queued.isScheduled() && queued.durationNanos() > 0)
                .toList();
    }

    /** The mouth at a channel time; shut while the next segment is waited for. */
    SpokenMoment at(long nanos) {
        for (QueuedSegment queued : segments) {
            if (queued.isScheduled() && nanos < queued.endNanos()) {
                return queued.at(nanos);
            }
        }
        return new SpokenMoment(id, Viseme.M, LipGoal.shut(endNanos), scheduledNanos);
    }
}
