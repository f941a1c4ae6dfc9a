package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Speech as a channel plays it, frame by frame, as fast as somebody asks for frames: for films. Its time begins at {@link
 * Instant#EPOCH}. For one thread.
 */
public final class OfflinePlayback {

    private final Clockwork clockwork = new Clockwork();
    private final FrameClock clock;
    private final SpeechQueue speech;
    private final Playback playback;
    private final Duration start;

    private boolean isBegun;
    private Duration heard;
    private long next;

    /**
     * Nothing is said at first.
     *
     * @param fps of the film; the base video keeps its own pace
     * @param start when the first sample is to be heard
     */
    public OfflinePlayback(Pictures pictures, double fps, Duration start, PlaybackSettings config) {
        this.clock = new FrameClock(clockwork, fps);
        this.speech = new SpeechQueue(config, (utteranceId, state, detail) -> {});
        this.playback = new Playback(pictures, clock, speech, config, new ChannelCounters());
        this.start = start;
        this.heard = start;
    }

    /** When what was added so far is over. */
    public Duration end() {
        return heard;
    }

    /** When the next frame is over, by which its speech has to be known. */
    public Duration nextEnd() {
        return Duration.ofNanos(clock.due(next + 1));
    }

    /** Whether it is time for speech: before the start nothing may be added. */
    public boolean isTimeForSpeech() {
        return clock.due(next) >= start.toNanos();
    }

    /** Adds what is said next. */
    public void add(SpeechSegment segment) {
        if (!isTimeForSpeech()) {
            throw new IllegalStateException("Speech before its start at %s".formatted(start));
        }
        speech.add(segment, isBegun ? SpeechQueue.UNKNOWN : start.toNanos(), new CompletableFuture<>());
        isBegun = true;
        heard = heard.plus(segment.duration());
    }

    /** Goes on to the next frame. */
    public Frame next() {
        clockwork.nanos = clock.deadline(next);
        next++;
        playback.goOn();
        return playback.frame();
    }

    /** The sound that begins with the frame that was asked for last, or soon after it. */
    public List<AudioClip> newSound() {
        return playback.newSound();
    }

    /** Time that goes on when it is told to. */
    private static final class Clockwork implements Ticker {

        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public void wake() {
            // Nobody sleeps.
        }
    }
}
