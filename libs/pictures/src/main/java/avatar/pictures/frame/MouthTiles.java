package avatar.pictures.frame;

import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import avatar.pictures.jpeg.SegmentedJpeg;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * A cache of the encoded mouths of an avatar, for all its composers: the same mouth on the same frame is the same
 * bytes. The least used are dropped first. Thread-safe.
 */
public final class MouthTiles {

    private record Key(int frame, Viseme viseme, Opening opening) {}

    private final Cache<Key, SegmentedJpeg> tiles;

    /** @param maxBytes that are kept; 0 keeps nothing */
    public MouthTiles(long maxBytes) {
        this.tiles = Caffeine.newBuilder()
                .maximumWeight(maxBytes)
                .weigher((Key key, SegmentedJpeg tile) -> tile.bytesHeld())
                .executor(Runnable::run)
                .build();
    }

    /** The tiles of a mouth that hides the base video's own, encoded if they are not cached. */
    SegmentedJpeg get(int frame, Viseme viseme, Opening opening, Supplier<SegmentedJpeg> made) {
        return tiles.get(new Key(frame, viseme, opening), missing -> made.get());
    }

    /** Memory of the cached tiles. */
    public long bytesHeld() {
        return tiles.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
