package avatar.compositor.channel;

import avatar.compositor.library.AvatarLibrary;
import avatar.compositor.library.Loan;
import avatar.compositor.playback.AvatarSource;
import avatar.compositor.playback.Beat;
import avatar.compositor.playback.Channel;
import avatar.compositor.playback.FrameScheduler;
import avatar.compositor.playback.Pictures;
import avatar.compositor.playback.PlaybackConfig;
import avatar.compositor.playback.SpeechEvents;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A channel and the avatar it borrows while somebody needs it.
 *
 * <pre>
 *             needed              loaded
 *   resting ─────────► loading ─────────► running
 *      ▲                │    ▲               │
 *      │                ▼    │ after a while │
 *      │              broken ┘               │
 *      └─────────────────────────────────────┘
 *          nobody watches and nothing is said
 * </pre>
 */
public final class LiveChannel {

    /** Longer than any pause of a healthy process. */
    private static final Duration STANDSTILL = Duration.ofSeconds(2);

    private final String avatar;
    private final AvatarLibrary library;
    private final FrameScheduler scheduler;
    private final Duration retryEvery;
    private final Channel channel;

    private @Nullable Loan loan;
    private @Nullable CompletableFuture<Channel> loading;
    private @Nullable String trouble;
    private boolean isClosed;

    /** What all channels of a service are made with. */
    record Parts(
            AvatarLibrary library,
            FrameScheduler scheduler,
            PlaybackConfig playback,
            SpeechEvents events,
            Duration retryEvery) {}

    LiveChannel(String name, String avatar, Parts parts) {
        this.avatar = avatar;
        this.library = parts.library();
        this.scheduler = parts.scheduler();
        this.retryEvery = parts.retryEvery();
        Beat beat = scheduler.beat();
        this.channel = new Channel(name, beat, parts.playback(), parts.events(), new Borrowing());
        beat.start(channel::turn);
    }

    /** How a channel is. */
    public enum State {
        RESTING,
        LOADING,
        RUNNING,
        BROKEN;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String name() {
        return channel.name();
    }

    /** The id of its avatar. */
    public String avatarId() {
        return avatar;
    }

    public Channel channel() {
        return channel;
    }

    public synchronized State state() {
        if (loan != null) {
            return State.RUNNING;
        }
        return trouble != null ? State.BROKEN : loading != null ? State.LOADING : State.RESTING;
    }

    /** What it shows, while it has its avatar. */
    public synchronized Optional<Pictures> pictures() {
        return Optional.ofNullable(loan).map(Loan::pictures);
    }

    /** Why the channel shows nothing though it should; empty if it does, or rests. */
    public synchronized Optional<String> trouble() {
        if (loan == null) {
            return Optional.ofNullable(trouble);
        }
        return channel.overdue().compareTo(STANDSTILL) < 0
                ? Optional.empty()
                : Optional.of("the frame clock stands still");
    }

    /**
     * The channel with its avatar, which is fetched if it rests.
     *
     * @return fails with {@link ErrorCode#AVATAR_NOT_READY} if the avatar can't be had
     */
    public CompletionStage<Channel> open() {
        CompletableFuture<Channel> opened;
        synchronized (this) {
            if (isClosed) {
                return CompletableFuture.failedStage(notReady("it was deleted"));
            }
            if (loan != null) {
                return CompletableFuture.completedStage(channel);
            }
            if (loading != null) {
                return loading.minimalCompletionStage();
            }
            opened = new CompletableFuture<>();
            loading = opened;
        }
        var _ = library.borrow(avatar).whenComplete((lent, failure) -> borrowed(opened, lent, failure));
        return opened.minimalCompletionStage();
    }

    /** Whether it shows its avatar as that was before. */
    synchronized boolean isOlderThan(String edition) {
        return loan != null && !edition.isEmpty() && !edition.equals(loan.edition());
    }

    /** Gives the avatar back if nobody has watched and nothing was said for so long. */
    void restAfter(Duration pause) {
        channel.releaseAvatarAfter(pause);
    }

    /** Ends it; the result is the utterances that were stopped by that. */
    CompletionStage<List<String>> close() {
        synchronized (this) {
            isClosed = true;
        }
        return channel.close();
    }

    private void borrowed(CompletableFuture<Channel> opened, @Nullable Loan lent, @Nullable Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        String reason = cause == null ? null : reason(cause);
        synchronized (this) {
            loading = null;
            if (lent != null && !isClosed) {
                loan = lent;
                trouble = null;
                channel.useAvatar(lent.pictures());
            } else if (reason != null) {
                warn(reason, cause);
                scheduler.after(retryEvery, this::retry);
            }
        }
        if (lent != null) {
            settle(opened, lent);
        } else {
            opened.completeExceptionally(notReady(reason));
        }
    }

    private void settle(CompletableFuture<Channel> opened, Loan lent) {
        boolean isUsed;
        synchronized (this) {
            isUsed = loan == lent;
        }
        if (isUsed) {
            opened.complete(channel);
        } else {
            lent.close();
            opened.completeExceptionally(notReady("it was deleted"));
        }
    }

    private void retry() {
        synchronized (this) {
            if (isClosed) {
                return;
            }
        }
        var _ = open();
    }

    /** One line for each reason, not for each try. */
    private void warn(String found, @Nullable Throwable failure) {
        if (!found.equals(trouble)) {
            trouble = found;
            Log.warnf(
                    failure instanceof AvatarException ? null : failure,
                    "Avatar can't be loaded, will look again every %d s channelId=%s avatar=%s error=%s",
                    retryEvery.toSeconds(),
                    name(),
                    avatar,
                    found);
        }
    }

    private static String reason(Throwable cause) {
        String message = cause instanceof AvatarException ? cause.getMessage() : cause.toString();
        return message == null ? "unknown" : message;
    }

    private AvatarException notReady(@Nullable String reason) {
        return new AvatarException(
                ErrorCode.AVATAR_NOT_READY, "Channel '%s' shows nothing yet: %s".formatted(name(), reason));
    }

    /** How the channel gets and gives back its avatar. */
    private final class Borrowing implements AvatarSource {

        @Override
        public void needed() {
            var _ = open();
        }

        @Override
        public void returned() {
            Loan returned;
            synchronized (LiveChannel.this) {
                returned = loan;
                loan = null;
            }
            if (returned != null) {
                returned.close();
            }
        }

        @Override
        public String trouble() {
            String found;
            synchronized (LiveChannel.this) {
                found = trouble;
            }
            return found == null ? "it is still being loaded" : found;
        }
    }
}
