package avatar.pictures.playback;

import avatar.contract.speech.SpeechProgress;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Viseme;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The segments of an utterance that were not yet played: those with a start, and behind them those without. */
final class Utterance {

    /** Which of its segments have come. */
    private enum Arrival {
        /** More may come. */
        OPEN,
        /** The last one has come. */
        COMPLETE,
        /** The last one that came has no sound: tts-service failed, and has published that. */
        BROKEN_OFF;

        Arrival after(SpeechSegment segment) {
            if (this != OPEN || !segment.last()) {
                return this;
            }
            return segment.audio().hasRemaining() ? COMPLETE : BROKEN_OFF;
        }
    }

    /** Whether it was heard yet. */
    private enum Phase {
        WAITING,
        SOUNDING
    }

    private final String id;
    private final @Nullable Instant startBy;
    private final Deque<ScheduledSegment> scheduled = new ArrayDeque<>();
    private final Deque<WaitingSegment> waiting = new ArrayDeque<>();

    private Arrival arrival = Arrival.OPEN;
    private Phase phase = Phase.WAITING;
    private int lastIndex = -1;
    private boolean isWaitingNoticed;

    /** When all that was ever scheduled is over, in channel time. */
    private long endNanos;

    /** How much sound was ever scheduled. */
    private long scheduledNanos;

    private @Nullable SpeechProgress resumed;

    /** @param startBy when it has to be heard at the latest; null: any time will do */
    Utterance(String id, @Nullable Instant startBy) {
        this.id = id;
        this.startBy = startBy;
    }

    /** An utterance that was said up to there by another process, which has published that it sounds. */
    Utterance(SpeechProgress progress) {
        this(progress.utteranceId(), null);
        resumed = progress;
        phase = Phase.SOUNDING;
        lastIndex = progress.segment() - 1;
        scheduledNanos = progress.offset().toNanos();
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

    void add(SpeechSegment segment, long arrived, CompletableFuture<Void> released) {
        waiting.add(new WaitingSegment(segment, arrived, skippedNanos(segment), released));
        lastIndex = segment.index();
        arrival = arrival.after(segment);
        isWaitingNoticed = false;
    }

    boolean mayStartAnyTime() {
        return startBy == null;
    }

    @Nullable
    Instant startBy() {
        return startBy;
    }

    /** Whether it should have been heard before that moment, and was not. */
    boolean isTooLate(Instant now) {
        return startBy != null && phase == Phase.WAITING && now.isAfter(startBy);
    }

    private long skippedNanos(SpeechSegment segment) {
        SpeechProgress progress = resumed;
        return progress == null || progress.segment() != segment.index()
                ? 0
                : ResumePoint.of(segment, progress).toNanos();
    }

    /** Where another process would continue it: in the segment that sounds, or at the one that is to come. */
    ResumableMoment resumableAt(long now) {
        for (ScheduledSegment segment : scheduled) {
            if (now < segment.endNanos()) {
                long position = Math.max(segment.soundsNanos(), now) - segment.startNanos();
                return new ResumableMoment(id, segment.index(), position, segment.positionNanos());
            }
        }
        int next = waiting.isEmpty() ? nextIndex() : waiting.getFirst().index();
        return new ResumableMoment(id, next, 0, scheduledNanos);
    }

    /** Takes note of a segment that was said already: it may be the last one. */
    void passOver(SpeechSegment segment) {
        arrival = arrival.after(segment);
    }

    boolean isSounding() {
        return phase == Phase.SOUNDING;
    }

    /** The segment with that index, if it was not yet played. */
    @Nullable
    QueuedSegment find(int index) {
        return Stream.concat(scheduled.stream(), waiting.stream())
                .filter(queued -> queued.index() == index)
                .findFirst()
                .orElse(null);
    }

    /**
     * Fixes the start of segments: each where the one before it ends; if that is over, when it came or now.
     *
     * @param earliest nothing starts before it
     * @param horizon segments that would start later keep waiting
     * @return those with sound that were scheduled now
     */
    List<ScheduledSegment> schedule(long earliest, long now, long horizon) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<ScheduledSegment> started = new ArrayList<>();
        while (!waiting.isEmpty()) {
            WaitingSegment next = waiting.getFirst();
            long start = Math.max(endNanos, Math.clamp(next.arrivedNanos(), earliest, now));
            if (start > horizon) {
                break;
            }
            ScheduledSegment segment = waiting.removeFirst().schedule(start, scheduledNanos);
            scheduled.add(segment);
            endNanos = segment.endNanos();
            scheduledNanos += segment.durationNanos();
            if (segment.hasSound()) {
                started.add(segment);
            }
        }
        return started;
    }

    /** Removes the segments that are over. */
    List<QueuedSegment> takePlayed(long now) {
        if (!isFirstPlayed(now)) {
            return List.of();
        }
        List<QueuedSegment> played = new ArrayList<>();
        while (isFirstPlayed(now)) {
            played.add(scheduled.removeFirst());
        }
        return played;
    }

    private boolean isFirstPlayed(long now) {
        ScheduledSegment first = scheduled.peekFirst();
        return first != null && first.endNanos() <= now;
    }

    /** Removes all segments. */
    List<QueuedSegment> takeAll() {
        List<QueuedSegment> all = new ArrayList<>(scheduled);
        all.addAll(waiting);
        scheduled.clear();
        waiting.clear();
        return all;
    }

    /** Whether all of it was played, and nothing more comes. */
    boolean isOver() {
        return arrival != Arrival.OPEN && hasNoSegments();
    }

    /** Whether tts-service could not speak it to its end, and has published that. */
    boolean isBrokenOff() {
        return arrival == Arrival.BROKEN_OFF;
    }

    /** Whether it has had nothing to say for so long: true once, until its next segment comes. */
    boolean startsToWait(long now, long afterNanos) {
        if (isWaitingNoticed || !hasNoSegments() || now - endNanos < afterNanos) {
            return false;
        }
        isWaitingNoticed = true;
        return true;
    }

    private boolean hasNoSegments() {
        return scheduled.isEmpty() && waiting.isEmpty();
    }

    /** Whether its first sound is heard now: true once. */
    boolean startsToSound() {
        if (phase == Phase.SOUNDING || scheduledNanos == 0) {
            return false;
        }
        phase = Phase.SOUNDING;
        return true;
    }

    /** The segments with sound that are, or are going to be, heard. */
    List<ScheduledSegment> scheduled() {
        return scheduled.stream().filter(ScheduledSegment::hasSound).toList();
    }

    /** The mouth at a channel time; shut while the next segment is waited for. */
    SpokenMoment at(long nanos) {
        for (ScheduledSegment segment : scheduled) {
            if (nanos < segment.endNanos()) {
                return segment.at(nanos);
            }
        }
        return new SpokenMoment(id, Viseme.M, LipGoal.shut(endNanos), scheduledNanos);
    }
}
