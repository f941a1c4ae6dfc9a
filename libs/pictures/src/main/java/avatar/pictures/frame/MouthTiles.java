package avatar.pictures.frame;

import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;
import avatar.pictures.jpeg.SegmentedJpeg;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;

/**
 * Encoded mouths of an avatar, for all who compose its frames: the same mouth on the same frame is the same bytes, whoever speaks.
 * Those that were not used for long go first. For any thread.
 */
public final class MouthTiles {

    private record Key(int frame, Viseme viseme, Opening opening) {}

    private final Cache<Key, SegmentedJpeg> tiles;

    /** @param mostBytes that are kept; 0 keeps nothing */
    public MouthTiles(long mostBytes) {
        this.tiles = Caffeine.newBuilder()
                .maximumWeight(mostBytes)
                .weigher((Key key, SegmentedJpeg tile) -> tile.bytesHeld())
                .executor(Runnable::run)
                .build();
    }

    /** The tiles of a mouth that hides the base video's own, made if nobody has yet. */
    SegmentedJpeg get(int frame, Viseme viseme, Opening opening, Supplier<SegmentedJpeg> made) {
        return tiles.get(new Key(frame, viseme, opening), missing -> made.get());
    }

    /** What they take in memory. */
    public long bytesHeld() {
        return tiles.policy()
                .eviction()
                .map(eviction -> eviction.weightedSize().orElse(0))
                .orElse(0L);
    }
}
