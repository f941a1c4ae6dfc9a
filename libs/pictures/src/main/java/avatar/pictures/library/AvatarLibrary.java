package avatar.pictures.library;

import avatar.pictures.avatar.Avatar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The avatars in memory. An avatar that several channels show is loaded once, its users are counted, and it is
 * unloaded when no channel has used it for a while. One that was made again is loaded again for the next borrower;
 * channels that have the old edition keep it. Thread-safe; no call waits for an avatar to be loaded.
 */
public final class AvatarLibrary {

    /** The source of avatars. */
    public interface Source {

        /** Loads an avatar by its id; takes seconds. */
        Avatar load(String id);

        /** A value that differs whenever the avatar was made again; empty while it does not exist. */
        String edition(String id);
    }

    private final Source source;
    private final double strength;
    private final long mouthCacheBytes;
    private final Executor loaders;
    private final LongSupplier nanos;
    private final Map<String, Shelf> shelves = new HashMap<>();

    /** Old editions of avatars that were made again, while channels show them. */
    private final Set<Shelf> outdated = new HashSet<>();

    /** One edition of an avatar, from its first request on. */
    private static final class Shelf {
        private final String edition;
        private final CompletableFuture<LoadedAvatar> avatar = new CompletableFuture<>();
        private int lent;
        private long unusedSinceNanos;

        private Shelf(String edition) {
            this.edition = edition;
        }

        /** An avatar whose bundle was deleted is not outdated. */
        boolean isOlderThan(String found) {
            return !found.isEmpty() && !found.equals(edition);
        }
    }

    /**
     * An empty library.
     *
     * @param strength how much of the base mouth a patch covers, 0..1
     * @param mouthCacheBytes most memory for encoded mouths of one avatar
     * @param loaders the threads that load avatars
     * @param nanos as {@link System#nanoTime}
     */
    public AvatarLibrary(Source source, double strength, long mouthCacheBytes, Executor loaders, LongSupplier nanos) {
        this.source = source;
        this.strength = strength;
        this.mouthCacheBytes = mouthCacheBytes;
        this.loaders = loaders;
        this.nanos = nanos;
    }

    /** Lends an avatar as soon as it is loaded; fails if loading fails, which the next call tries again. */
    public CompletionStage<Loan> borrow(String id) {
        String edition = source.edition(id);
        Shelf shelf;
        boolean isNew;
        synchronized (this) {
            Shelf present = shelves.get(id);
            isNew = present == null || present.isOlderThan(edition);
            if (present == null) {
                shelf = new Shelf(edition);
            } else if (isNew) {
                outdated.add(present);
                shelf = new Shelf(edition);
            } else {
                shelf = present;
            }
            shelves.put(id, shelf);
            shelf.lent++;
        }
        if (isNew) {
            loaders.execute(() -> load(id, shelf));
        }
        return shelf.avatar.thenApply(avatar -> new Loan(avatar, shelf.edition, () -> giveBack(shelf)));
    }

    /** The edition that {@link #borrow} would lend. */
    public String edition(String id) {
        return source.edition(id);
    }

    /** Unloads avatars that were not used for so long. */
    public void unload(long unusedNanos) {
        List<Shelf> old = new ArrayList<>();
        synchronized (this) {
            outdated.removeIf(shelf -> shelf.lent == 0 && old.add(shelf));
            shelves.values().removeIf(shelf -> {
                boolean isOld = shelf.lent == 0 && nanos.getAsLong() - shelf.unusedSinceNanos >= unusedNanos;
                return isOld && old.add(shelf);
            });
        }
        for (Shelf shelf : old) {
            var _ = shelf.avatar.thenAccept(LoadedAvatar::close);
        }
    }

    /** The ids of the avatars that are loaded or being loaded, and how many channels have each. */
    public synchronized Map<String, Integer> lent() {
        Map<String, Integer> lent = new HashMap<>();
        shelves.forEach((id, shelf) -> lent.put(id, shelf.lent));
        return lent;
    }

    private void load(String id, Shelf shelf) {
        LoadedAvatar loaded = null;
        Throwable failure = null;
        try {
            loaded = new LoadedAvatar(source.load(id), strength, mouthCacheBytes);
        } catch (RuntimeException | Error e) {
            failure = e;
        }
        settle(id, shelf, loaded, failure);
    }

    private void settle(String id, Shelf shelf, @Nullable LoadedAvatar loaded, @Nullable Throwable failure) {
        if (loaded != null) {
            shelf.avatar.complete(loaded);
            return;
        }
        synchronized (this) {
            shelves.remove(id, shelf);
            outdated.remove(shelf);
        }
        shelf.avatar.completeExceptionally(new CompletionException(failure));
    }

    private synchronized void giveBack(Shelf shelf) {
        shelf.lent--;
        shelf.unusedSinceNanos = nanos.getAsLong();
    }
}
