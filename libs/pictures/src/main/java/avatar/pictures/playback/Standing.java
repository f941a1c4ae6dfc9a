package avatar.pictures.playback;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a channel does between two turns. Times are by {@link Ticker#nanos}.
 *
 * <pre>
 *          speech or a viewer
 *   idle ─────────────────────► awaiting avatar
 *   ▲  ▲                               │
 *   │  └───────────────────────────────┘ avatar loaded
 *   ▼
 *   playing ◄─┐
 *       └─────┘ next frame
 * </pre>
 */
sealed interface Standing {

    /** The utterance that is spoken; null if none is. */
    default @Nullable String speaking() {
        return null;
    }

    /** Utterances behind the one that is spoken. */
    default int waiting() {
        return 0;
    }

    /** How late the channel's next turn is. */
    Duration overdue(long nowNanos);

    /** Nothing left to show or to say; an idle channel stays idle since it became so. */
    default Idle toIdle(long nowNanos) {
        return new Idle(nowNanos);
    }

    /** No viewer and no speech: no turn is due. */
    record Idle(long sinceNanos) implements Standing {

        AwaitingAvatar toAwaitingAvatar(long noticeNanos, int waiting) {
            return new AwaitingAvatar(noticeNanos, waiting, null);
        }

        Playing toPlaying(long nextTurnNanos, @Nullable String speaking, int waiting) {
            return new Playing(nextTurnNanos, speaking, waiting);
        }

        @Override
        public Duration overdue(long nowNanos) {
            return Duration.ZERO;
        }

        @Override
        public Idle toIdle(long nowNanos) {
            return this;
        }
    }

    /**
     * Speech or a viewer waits for the avatar.
     *
     * @param noticeNanos when it is next reported that it waits
     * @param noticed what was reported last; null if nothing was
     */
    record AwaitingAvatar(
            long noticeNanos, int waiting, @Nullable String noticed) implements Standing {

        AwaitingAvatar noticed(String trouble, long nextNoticeNanos) {
            return new AwaitingAvatar(nextNoticeNanos, waiting, trouble);
        }

        @Override
        public Duration overdue(long nowNanos) {
            return lateness(nowNanos, noticeNanos);
        }
    }

    /** Frames are shown, or speech is played without a viewer. */
    record Playing(long nextTurnNanos, @Nullable String speaking, int waiting) implements Standing {

        /** The same at the next frame. */
        Playing next(long turnNanos, @Nullable String spoken, int behind) {
            return new Playing(turnNanos, spoken, behind);
        }

        @Override
        public Duration overdue(long nowNanos) {
            return lateness(nowNanos, nextTurnNanos);
        }
    }

    private static Duration lateness(long nowNanos, long dueNanos) {
        return Duration.ofNanos(Math.max(0, nowNanos - dueNanos));
    }
}
