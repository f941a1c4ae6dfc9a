package avatar.pictures.playback;

import avatar.contract.speech.SpeechSegment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Speech as a channel plays it, frame by frame, but as fast as frames are requested: for renders. Its time begins
 * at {@link Instant#EPOCH}. For one thread.
 */
public final class OfflinePlayback {

    private final ManualTicker ticker = new ManualTicker();
    private final FrameClock clock;
    private final SpeechQueue speech;
    private final Playback playback;
    private final Duration start;

    private boolean hasSpeech;
    private Duration end;
    private long next;

    /**
     * A playback without speech.
     *
     * @param fps of the render; the base video keeps its own rate
     * @param start when the first sample is to be heard
     */
    public OfflinePlayback(Pictures pictures, double fps, Duration start, PlaybackSettings config) {
        this.clock = new FrameClock(ticker, fps);
        this.speech = new SpeechQueue(config, ticker::now, SpeechQueue.Listener.NONE);
        this.playback = new Playback(pictures, clock, speech, config, new ChannelCounters());
        this.start = start;
        this.end = start;
    }

    /** When the speech that was added so far is over. */
    public Duration end() {
        return end;
    }

    /** When the next frame is over: its speech must be added before it is requested. */
    public Duration nextEnd() {
        return Duration.ofNanos(clock.due(next + 1));
    }

    /** Whether speech may be added: not before its start. */
    public boolean isTimeForSpeech() {
        return clock.due(next) >= start.toNanos();
    }

    /** Adds the next segment. */
    public void add(SpeechSegment segment) {
        if (!isTimeForSpeech()) {
            throw new IllegalStateException("Speech before its start at %s".formatted(start));
        }
        speech.add(segment, hasSpeech ? SpeechQueue.UNKNOWN : start.toNanos(), new CompletableFuture<>());
        hasSpeech = true;
        end = end.plus(segment.duration());
    }

    /** Composes the next frame. */
    public Frame next() {
        ticker.nanos = clock.deadline(next);
        next++;
        playback.advance();
        return playback.frame();
    }

    /** The sound that begins with the latest frame, or soon after it. */
    public List<AudioClip> newSound() {
        return playback.newSound();
    }

    /** A clock that is set by hand. */
    private static final class ManualTicker implements Ticker {

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
            // Nothing sleeps.
        }
    }
}
