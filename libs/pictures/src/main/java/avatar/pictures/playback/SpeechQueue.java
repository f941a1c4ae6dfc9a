package avatar.pictures.playback;

import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.speech.SpeechState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The utterances of a channel: the first one sounds, the others wait. For one thread; times are channel time.
 *
 * <pre>
 * first segment seen ─► waiting ─► sounding ─► done
 *                          │          │
 *                          └──────────┴─► replaced | stopped | failed
 * </pre>
 *
 * <p>An utterance whose index 0 never came is taken from where it begins: after a restart that is what was not yet
 * said. For the same reason it is the first segment <i>seen</i>, not index 0, that makes a {@code replace}
 * utterance replace.
 */
final class SpeechQueue {

    /** Enough to recognise the late segments of whatever was dropped. */
    private static final int REMEMBERED_UTTERANCES = 1000;

    /** Notified of the state of utterances, and of how far the first one is. */
    interface Listener {
        void changed(String utteranceId, SpeechState state, @Nullable String detail);

        /** Called at the start of each segment, and every half second in it. */
        void progressed(ResumableMoment moment);

        /** Ignores all of it. */
        Listener NONE = new Listener() {
            @Override
            public void changed(String utteranceId, SpeechState state, @Nullable String detail) {
                // Nobody waits for it.
            }

            @Override
            public void progressed(ResumableMoment moment) {
                // Nobody continues it.
            }
        };
    }

    /** Short enough that another process that continues says at most one word again. */
    private static final long PROGRESS_NANOS = 500_000_000;

    /** When a segment came while the channel had no avatar, and so no clock. */
    static final long UNKNOWN = Long.MAX_VALUE;

    private final PlaybackSettings config;
    private final Supplier<Instant> timeOfDay;
    private final Listener listener;
    private final Deque<Utterance> utterances = new ArrayDeque<>();
    private final RecentIds finished = new RecentIds(REMEMBERED_UTTERANCES);
    private final List<ScheduledSegment> started = new ArrayList<>();
    private final List<String> brokenOff = new ArrayList<>();

    private boolean isSilent = true;
    private @Nullable SpeechProgress resumed;
    private @Nullable ResumableMoment reported;
    private long reportedNanos;

    /** @param timeOfDay of the frame that is seen */
    SpeechQueue(PlaybackSettings config, Supplier<Instant> timeOfDay, Listener listener) {
        this.config = config;
        this.timeOfDay = timeOfDay;
        this.listener = listener;
    }

    /** Goes on where another process has stopped; called before the first segment is added. */
    void resume(Continuation before) {
        before.ended().forEach(finished::add);
        resumed = before.progress();
    }

    /**
     * Queues a segment, or drops it if its utterance has ended.
     *
     * @param arrived when it came, in channel time, or {@link #UNKNOWN}
     * @param released completed when the segment was played or dropped
     */
    void add(SpeechSegment segment, long arrived, CompletableFuture<Void> released) {
        String id = segment.utteranceId();
        if (finished.contains(id)) {
            released.complete(null);
        } else if (segment.mode() == SpeechMode.STOP) {
            dropAll(SpeechState.STOPPED, null);
            finished.add(id);
            released.complete(null);
        } else {
            add(segment, utteranceOf(segment), arrived, released);
        }
    }

    private void add(SpeechSegment segment, Utterance utterance, long arrived, CompletableFuture<Void> released) {
        if (utterance.hasSeen(segment.index())) {
            utterance.passOver(segment);
            followFirst(segment, utterance, released);
        } else {
            utterance.add(segment, arrived, released);
        }
    }

    /** Releases a segment that Kafka delivered again together with its first delivery. */
    private static void followFirst(SpeechSegment segment, Utterance utterance, CompletableFuture<Void> released) {
        QueuedSegment first = utterance.find(segment.index());
        if (first == null) {
            released.complete(null);
        } else {
            var _ = first.released().thenRun(() -> released.complete(null));
        }
    }

    private Utterance utteranceOf(SpeechSegment segment) {
        for (Utterance utterance : utterances) {
            if (utterance.id().equals(segment.utteranceId())) {
                return utterance;
            }
        }
        if (segment.mode() == SpeechMode.REPLACE) {
            dropAll(SpeechState.REPLACED, "by " + segment.utteranceId());
        }
        SpeechProgress begun = resumed;
        Utterance utterance = begun != null && begun.utteranceId().equals(segment.utteranceId())
                ? new Utterance(begun)
                : new Utterance(segment.utteranceId(), segment.startBy());
        utterances.add(utterance);
        return utterance;
    }

    /**
     * Moves to a frame: ends utterances that are over, schedules segments that can sound. Where nothing was said in
     * the frame before, speech starts when it came, between the two: half a frame earlier in the mean, and its
     * first frame shows a mouth that is on its way.
     *
     * @param now when the frame is due
     * @return what is said in the middle of the frame; null if nothing is
     */
    @Nullable
    SpokenMoment advance(long now, long middle) {
        expire();
        long earliest = isSilent ? now - 2 * (middle - now) : now;
        Utterance current = utterances.peekFirst();
        while (current != null && !isSounding(current, earliest, now)) {
            current = utterances.peekFirst();
        }
        isSilent = current == null;
        if (current == null) {
            return null;
        }
        if (current.startsToSound()) {
            listener.changed(current.id(), SpeechState.SPEAKING, null);
        }
        reportProgress(current, now);
        return current.at(middle);
    }

    /** Ends utterances that were to be heard by now, and are not. */
    void expire() {
        if (utterances.stream().allMatch(Utterance::mayStartAnyTime)) {
            return;
        }
        Instant now = timeOfDay.get();
        for (Utterance utterance : List.copyOf(utterances)) {
            if (utterance.isTooLate(now)) {
                finish(
                        utterance,
                        SpeechState.FAILED,
                        "was not begun until %s, the end of its maxWait".formatted(utterance.startBy()));
            }
        }
    }

    private void reportProgress(Utterance current, long now) {
        if (!current.isSounding()) {
            return;
        }
        ResumableMoment moment = current.resumableAt(now);
        ResumableMoment before = reported;
        if (before == null || !moment.isInSegmentOf(before) || now - reportedNanos >= PROGRESS_NANOS) {
            reported = moment;
            reportedNanos = now;
            listener.progressed(moment);
        }
    }

    /** Where the utterance that sounds would be continued; null if none does. */
    @Nullable
    ResumableMoment resumableAt(long now) {
        Utterance current = utterances.peekFirst();
        return current == null || !current.isSounding() ? null : current.resumableAt(now);
    }

    /** Forgets all utterances: another process goes on with them. Their segments are not released. */
    void abandon() {
        utterances.forEach(utterance -> brokenOff.add(utterance.id()));
        utterances.clear();
        started.clear();
    }

    private boolean isSounding(Utterance utterance, long earliest, long now) {
        started.addAll(
                utterance.schedule(earliest, now, now + config.audioAhead().toNanos()));
        List<QueuedSegment> played = utterance.takePlayed(now);
        boolean isOver = utterance.isOver();
        if (isOver) {
            end(utterance);
        }
        // After its end was published: what is released is never delivered again.
        release(played);
        if (isOver) {
            return false;
        }
        return !utterance.startsToWait(now, config.waitingNotice().toNanos()) || goesOnWaiting(utterance);
    }

    /**
     * Whether more of an utterance can come. All segments of a channel come in order: where one of a later utterance is
     * there, those before it were lost.
     */
    private boolean goesOnWaiting(Utterance utterance) {
        if (utterances.size() > 1) {
            finish(
                    utterance,
                    SpeechState.FAILED,
                    "segment %d was lost: later speech came without it".formatted(utterance.nextIndex()));
            return false;
        }
        reportWaiting("for segment %d".formatted(utterance.nextIndex()));
        return true;
    }

    /**
     * Reports that the first utterance waits.
     *
     * @param forWhat the end of a sentence
     */
    void reportWaiting(String forWhat) {
        Utterance first = utterances.peekFirst();
        if (first != null) {
            listener.changed(
                    first.id(),
                    first.isSounding() ? SpeechState.SPEAKING : SpeechState.SYNTHESIZING,
                    "waiting " + forWhat);
        }
    }

    private void end(Utterance utterance) {
        if (utterance.isBrokenOff()) {
            remove(utterance);
        } else {
            finish(utterance, SpeechState.DONE, null);
        }
    }

    /** The segments scheduled since the last call. */
    List<ScheduledSegment> takeStarted() {
        List<ScheduledSegment> taken = List.copyOf(started);
        started.clear();
        return taken;
    }

    /** The utterances that ended early since the last call: nothing more of them is to be heard. */
    List<String> takeBrokenOff() {
        List<String> taken = List.copyOf(brokenOff);
        brokenOff.clear();
        return taken;
    }

    /** The segments that sound, or are scheduled to. */
    List<ScheduledSegment> sounding() {
        Utterance current = utterances.peekFirst();
        return current == null ? List.of() : current.scheduled();
    }

    boolean isEmpty() {
        return utterances.isEmpty();
    }

    List<String> ids() {
        return utterances.stream().map(Utterance::id).toList();
    }

    int waiting() {
        return Math.max(0, utterances.size() - 1);
    }

    /** Ends all utterances. */
    void dropAll(SpeechState state, @Nullable String detail) {
        while (!utterances.isEmpty()) {
            finish(utterances.getFirst(), state, detail);
        }
        started.clear();
    }

    private void finish(Utterance utterance, SpeechState state, @Nullable String detail) {
        if (state != SpeechState.DONE) {
            brokenOff.add(utterance.id());
        }
        listener.changed(utterance.id(), state, detail);
        remove(utterance);
    }

    private void remove(Utterance utterance) {
        utterances.remove(utterance);
        finished.add(utterance.id());
        release(utterance.takeAll());
    }

    private void release(List<QueuedSegment> segments) {
        segments.forEach(segment -> segment.released().complete(null));
    }
}
