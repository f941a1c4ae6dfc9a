package avatar.pictures.playback;

import java.lang.System.Logger.Level;

/** Counts and logs the failures of a channel's work, which must not stop the channel. For one thread. */
final class FailureGuard {

    private static final System.Logger LOG = System.getLogger(FailureGuard.class.getName());
    private static final long NANOS_BETWEEN_WARNINGS = 1_000_000_000;

    private final String channel;
    private final Ticker ticker;
    private final ChannelCounters counters;
    private long warnedNanos;

    FailureGuard(String channel, Ticker ticker, ChannelCounters counters) {
        this.channel = channel;
        this.ticker = ticker;
        this.counters = counters;
        this.warnedNanos = ticker.nanos() - NANOS_BETWEEN_WARNINGS;
    }

    void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            counters.countFailed();
            long now = ticker.nanos();
            if (now - warnedNanos >= NANOS_BETWEEN_WARNINGS) {
                warnedNanos = now;
                LOG.log(Level.ERROR, "Frame failed channelId=%s failed=%d".formatted(channel, counters.failed()), e);
            }
        }
    }
}
