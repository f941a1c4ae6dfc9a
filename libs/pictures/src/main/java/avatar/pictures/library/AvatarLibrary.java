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
 * The avatars in memory. One that several channels show is loaded once, is counted, and goes when no channel has used it
 * for a while. One that was made anew is loaded anew for the next who asks; who has the old one keeps it. Anyone may call; nobody
 * waits for the loading of somebody else's avatar.
 */
public final class AvatarLibrary {

    /** Where avatars come from. */
    public interface Source {

        /** Loads an avatar by its id; takes seconds. */
        Avatar load(String id);

        /** Another one for every making of an avatar; empty while there is none. */
        String edition(String id);
    }

    private final Source source;
    private final double strength;
    private final long mouthCacheBytes;
    private final Executor loaders;
    private final LongSupplier nanos;
    private final Map<String, Shelf> shelves = new HashMap<>();

    /** Avatars that were made anew, while there are channels that show them as they were. */
    private final Set<Shelf> outdated = new HashSet<>();

    /** One avatar, from the first wish for it on. */
    private static final class Shelf {
        private final String edition;
        private final CompletableFuture<LoadedAvatar> avatar = new CompletableFuture<>();
        private int lent;
        private long unusedSinceNanos;

        private Shelf(String edition) {
            this.edition = edition;
        }

        /** One that is gone leaves what was made of it as it is. */
        boolean isOlderThan(String found) {
            return !found.isEmpty() && !found.equals(edition);
        }
    }

    /**
     * An empty library.
     *
     * @param strength how much of the base mouth a patch covers, 0..1
     * @param mouthCacheBytes most memory for encoded mouths of one avatar
     * @param loaders where that is done
     * @param nanos as {@link System#nanoTime}
     */
    public AvatarLibrary(Source source, double strength, long mouthCacheBytes, Executor loaders, LongSupplier nanos) {
        this.source = source;
        this.strength = strength;
        this.mouthCacheBytes = mouthCacheBytes;
        this.loaders = loaders;
        this.nanos = nanos;
    }

    /** Lends an avatar as soon as it is loaded; fails as its loading does, and then the next to ask has it tried again. */
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

    /** Lets go what nobody has used for so long. */
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

    /** The ids of the avatars in memory, or on their way there, and how many channels have each. */
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
