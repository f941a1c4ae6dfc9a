package avatar.pictures.library;

import avatar.pictures.avatar.Avatar;
import avatar.pictures.frame.FrameComposer;
import avatar.pictures.frame.MouthPose;
import avatar.pictures.frame.MouthTiles;
import avatar.pictures.playback.Pictures;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * An avatar in memory, and the parts that all its channels share: composers, each lent to one thread for one frame,
 * and the base frames as they are sent.
 */
public final class LoadedAvatar implements Pictures, AutoCloseable {

    private final Avatar avatar;
    private final double strength;
    private final MouthTiles mouths;
    private final Queue<FrameComposer> composers = new ConcurrentLinkedQueue<>();

    /** Outside the heap, where sockets read them without a copy; filled when first sent, freed with the avatar. */
    private final AtomicReferenceArray<ByteBuffer> stills;

    /**
     * An avatar without users.
     *
     * @param strength how much of the base mouth a patch covers, 0..1
     * @param mouthCacheBytes most memory for encoded mouths
     */
    public LoadedAvatar(Avatar avatar, double strength, long mouthCacheBytes) {
        this.avatar = avatar;
        this.strength = strength;
        this.mouths = new MouthTiles(mouthCacheBytes);
        this.stills = new AtomicReferenceArray<>(avatar.frames().size());
    }

    @Override
    public Avatar avatar() {
        return avatar;
    }

    @Override
    public Picture picture(int index, MouthPose pose) {
        FrameComposer lent = composers.poll();
        FrameComposer composer = lent == null ? new FrameComposer(avatar, strength, mouths) : lent;
        try {
            return composer.changes(index, pose)
                    ? new Picture(ByteBuffer.wrap(composer.compose(index, pose)), false)
                    : new Picture(still(index), true);
        } finally {
            composers.add(composer);
        }
    }

    private ByteBuffer still(int index) {
        ByteBuffer still = stills.get(index);
        if (still == null) {
            byte[] jpeg = avatar.frames().get(index).jpeg().bytes();
            still = ByteBuffer.allocateDirect(jpeg.length).put(jpeg).flip();
            stills.set(index, still);
        }
        return still;
    }

    /** Frees native memory; no picture may be requested any more. */
    @Override
    public void close() {
        composers.forEach(FrameComposer::close);
        composers.clear();
    }
}
