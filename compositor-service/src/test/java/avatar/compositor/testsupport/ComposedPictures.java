package avatar.compositor.testsupport;

import avatar.compositor.avatar.Avatar;
import avatar.compositor.playback.Pictures;
import avatar.compositor.render.FrameComposer;
import avatar.compositor.render.MouthPose;
import avatar.compositor.render.MouthTiles;
import java.nio.ByteBuffer;

/** The pictures of an avatar, for the one thread of a test. */
public final class ComposedPictures implements Pictures, AutoCloseable {

    private final FrameComposer composer;

    public ComposedPictures(Avatar avatar) {
        this.composer = new FrameComposer(avatar, 0.85, new MouthTiles(0));
    }

    @Override
    public Avatar avatar() {
        return composer.avatar();
    }

    @Override
    public Picture picture(int index, MouthPose pose) {
        byte[] jpeg = composer.compose(index, pose);
        boolean isBase = !composer.changes(index, pose);
        ByteBuffer buffer = isBase ? ByteBuffer.allocateDirect(jpeg.length) : ByteBuffer.allocate(jpeg.length);
        return new Picture(buffer.put(jpeg).flip(), isBase);
    }

    @Override
    public void close() {
        composer.close();
    }
}
