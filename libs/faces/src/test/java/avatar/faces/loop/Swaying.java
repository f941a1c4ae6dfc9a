package avatar.faces.loop;

import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.faces.clips.Clips;
import avatar.faces.clips.MemoryClip;
import avatar.faces.video.BgrImage;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The presenter, small, swaying to and fro: a clip whose head is known to lie where it lies. */
record Swaying(MemoryClip clip, HeadPath head, ClipFeatures features) {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;
    private static final PixelBox FACE = new PixelBox(135, 45, 50, 80);

    /** @param start the phase at which it begins, in parts of a period */
    static Swaying of(int frames, double periodFrames, double start) {
        double[] shifts = IntStream.range(0, frames)
                .mapToDouble(i -> 10 * Math.sin(2 * Math.PI * (i / periodFrames + start)))
                .toArray();
        MemoryClip clip =
                MemoryClip.of(DoubleStream.of(shifts).mapToObj(Swaying::shifted).toList());
        List<Similarity> pose = DoubleStream.of(shifts)
                .mapToObj(shift -> new Similarity(1, 0, shift, 0))
                .toList();
        ClipFeatures features = new ClipFeatures();
        clip.forEach(features);
        return new Swaying(clip, new HeadPath(pose, FACE), features);
    }

    private static BgrImage shifted(double shift) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.translate(shift, 0);
        graphics.scale(0.25, 0.25);
        graphics.drawImage(Presenter.PICTURE, 0, 0, null);
        graphics.dispose();
        return BgrImage.of(picture);
    }

    private static final class Presenter {

        static final BufferedImage PICTURE = Clips.presenter().getFirst().toBufferedImage();
    }
}
