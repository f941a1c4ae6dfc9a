package avatar.compositor.channel;

import avatar.pictures.library.Loan;
import avatar.pictures.playback.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * How far a channel has its avatar. A state has a method for each transition that is legal from it.
 *
 * <pre>
 *             needed              loaded
 *   idle ────────────► loading ─────────► running
 *     ▲                 │    ▲               │
 *     │                 ▼    │ retry         │
 *     │               broken ┘               │
 *     └──────────────────────────────────────┘
 *            no viewers and no speech
 *
 *   any ──► closed
 * </pre>
 */
sealed interface AvatarState {

    /** The state as the API names it. */
    default String label() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Why the avatar can't be shown; empty if it can, or is not needed. */
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /** The avatar is not needed. */
    record Idle() implements AvatarState {

        Loading toLoading() {
            return new Loading(new CompletableFuture<>(), null);
        }
    }

    /**
     * The avatar is being loaded.
     *
     * @param opened completes with the channel that has its avatar
     * @param lastTrouble why the attempt before failed; null if there was none
     */
    record Loading(
            CompletableFuture<Channel> opened, @Nullable String lastTrouble) implements AvatarState {

        Running toRunning(Loan loan) {
            return new Running(loan);
        }

        Broken toBroken(String reason) {
            return new Broken(reason);
        }

        /** A channel whose avatar failed before is broken until it is loaded. */
        @Override
        public String label() {
            return lastTrouble == null ? AvatarState.super.label() : new Broken(lastTrouble).label();
        }

        @Override
        public Optional<String> trouble() {
            return Optional.ofNullable(lastTrouble);
        }
    }

    /** The channel shows its avatar. */
    record Running(Loan loan) implements AvatarState {

        Idle toIdle() {
            return new Idle();
        }
    }

    /** The avatar could not be loaded; it is tried again. */
    record Broken(String reason) implements AvatarState {

        Loading toLoading() {
            return new Loading(new CompletableFuture<>(), reason);
        }

        @Override
        public Optional<String> trouble() {
            return Optional.of(reason);
        }
    }

    /**
     * The channel was deleted.
     *
     * @param loan until the channel's last turn returns it; then null
     */
    record Closed(@Nullable Loan loan) implements AvatarState {

        static Closed of(AvatarState before) {
            return new Closed(before instanceof Running running ? running.loan() : null);
        }
    }
}
