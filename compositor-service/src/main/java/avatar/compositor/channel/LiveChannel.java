package avatar.compositor.channel;

import avatar.compositor.channel.AvatarState.Broken;
import avatar.compositor.channel.AvatarState.Closed;
import avatar.compositor.channel.AvatarState.Idle;
import avatar.compositor.channel.AvatarState.Loading;
import avatar.compositor.channel.AvatarState.Running;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.library.Loan;
import avatar.pictures.playback.AvatarSource;
import avatar.pictures.playback.Beat;
import avatar.pictures.playback.Channel;
import avatar.pictures.playback.FrameScheduler;
import avatar.pictures.playback.Pictures;
import avatar.pictures.playback.PlaybackSettings;
import avatar.pictures.playback.ProgressReports;
import avatar.pictures.playback.SpeechEvents;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A channel and the avatar it borrows while it has viewers or speech. Thread-safe. */
public final class LiveChannel {

    /** Longer than any pause of a healthy process. */
    private static final Duration CLOCK_TIMEOUT = Duration.ofSeconds(2);

    private static final String DELETED = "it was deleted";

    private final String avatar;
    private final AvatarLibrary library;
    private final FrameScheduler scheduler;
    private final Duration retryEvery;
    private final Channel channel;

    private AvatarState state = new Idle();
    private @Nullable String loggedTrouble;

    /** What all channels of a replica share. */
    record Parts(
            AvatarLibrary library,
            FrameScheduler scheduler,
            PlaybackSettings playback,
            SpeechEvents events,
            ProgressReports progress,
            Duration retryEvery) {}

    LiveChannel(String name, String avatar, Parts parts) {
        this.avatar = avatar;
        this.library = parts.library();
        this.scheduler = parts.scheduler();
        this.retryEvery = parts.retryEvery();
        Beat beat = scheduler.beat();
        this.channel = new Channel(name, beat, parts.playback(), parts.events(), parts.progress(), new Borrowing());
        beat.start(channel::turn);
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

    /** How far it has its avatar: {@code idle}, {@code loading}, {@code running}, {@code broken} or {@code closed}. */
    public String state() {
        return now().label();
    }

    public boolean isRunning() {
        return now() instanceof Running;
    }

    /** Whether its avatar is being loaded for the first time, or after a pause. */
    public boolean isLoading() {
        return now() instanceof Loading loading && loading.lastTrouble() == null;
    }

    /** The pictures of its avatar, while that is loaded for it. */
    public Optional<Pictures> pictures() {
        return now() instanceof Running running ? Optional.of(running.loan().pictures()) : Optional.empty();
    }

    /** Why the channel can't show its avatar; empty if it can, or is idle. */
    public Optional<String> trouble() {
        AvatarState now = now();
        if (now instanceof Running && channel.overdue().compareTo(CLOCK_TIMEOUT) >= 0) {
            return Optional.of("the frame clock has stopped");
        }
        return now.trouble();
    }

    /**
     * The channel with its avatar, which is loaded if it is not in memory.
     *
     * @return fails with {@link ErrorCode#AVATAR_NOT_READY} if the avatar can't be loaded
     */
    public CompletionStage<Channel> open() {
        Loading begun;
        synchronized (this) {
            switch (state) {
                case Closed _ -> {
                    return CompletableFuture.failedStage(notReady(DELETED));
                }
                case Running _ -> {
                    return CompletableFuture.completedStage(channel);
                }
                case Loading loading -> {
                    return loading.opened().minimalCompletionStage();
                }
                case Idle idle -> begun = idle.toLoading();
                case Broken broken -> begun = broken.toLoading();
            }
            state = begun;
        }
        var _ = library.borrow(avatar).whenComplete((lent, failure) -> borrowed(begun, lent, failure));
        return begun.opened().minimalCompletionStage();
    }

    /** Whether it shows another edition of its avatar. */
    boolean isOlderThan(String edition) {
        return now() instanceof Running running
                && !edition.isEmpty()
                && !edition.equals(running.loan().edition());
    }

    /** Returns the avatar if the channel has been idle for so long. */
    void unloadAfter(Duration idle) {
        channel.releaseAvatarAfter(idle);
    }

    /** Closes it; the result is the ids of the utterances that this stopped. */
    CompletionStage<List<String>> close() {
        synchronized (this) {
            state = Closed.of(state);
        }
        return channel.close();
    }

    private synchronized AvatarState now() {
        return state;
    }

    private void borrowed(Loading loading, @Nullable Loan lent, @Nullable Throwable failure) {
        AvatarState reached;
        synchronized (this) {
            if (state instanceof Closed) {
                reached = state;
            } else if (lent != null) {
                reached = loading.toRunning(lent);
                loggedTrouble = null;
                channel.useAvatar(lent.pictures());
            } else {
                reached = loading.toBroken(reason(failure));
            }
            state = reached;
        }
        if (reached instanceof Running) {
            loading.opened().complete(channel);
            return;
        }
        if (lent != null) {
            lent.close();
        }
        if (reached instanceof Broken broken) {
            warn(broken.reason(), failure);
            scheduler.after(retryEvery, this::retry);
        }
        loading.opened().completeExceptionally(notReady(reached.trouble().orElse(DELETED)));
    }

    private void retry() {
        if (now() instanceof Broken) {
            var _ = open();
        }
    }

    /** Logs one line for each reason, not for each attempt. */
    private void warn(String found, @Nullable Throwable failure) {
        synchronized (this) {
            if (found.equals(loggedTrouble)) {
                return;
            }
            loggedTrouble = found;
        }
        Log.warnf(
                cause(failure) instanceof AvatarException ? null : failure,
                "Avatar can't be loaded, will retry every %d s channelId=%s avatar=%s error=%s",
                retryEvery.toSeconds(),
                name(),
                avatar,
                found);
    }

    private static @Nullable Throwable cause(@Nullable Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private static String reason(@Nullable Throwable failure) {
        Throwable cause = cause(failure);
        String message = cause instanceof AvatarException ? cause.getMessage() : String.valueOf(cause);
        return message == null ? "unknown" : message;
    }

    private AvatarException notReady(String reason) {
        return new AvatarException(
                ErrorCode.AVATAR_NOT_READY, "Channel '%s' has no avatar yet: %s".formatted(name(), reason));
    }

    /** How the channel gets and returns its avatar. */
    private final class Borrowing implements AvatarSource {

        @Override
        public void needed() {
            var _ = open();
        }

        @Override
        public void returned() {
            Loan returned = null;
            synchronized (LiveChannel.this) {
                switch (state) {
                    case Running running -> {
                        returned = running.loan();
                        state = running.toIdle();
                    }
                    case Closed closed -> {
                        returned = closed.loan();
                        state = new Closed(null);
                    }
                    case Idle _, Loading _, Broken _ -> {}
                }
            }
            if (returned != null) {
                returned.close();
            }
        }

        @Override
        public String trouble() {
            return now().trouble().orElse("it is still being loaded");
        }
    }
}
