package avatar.mouths.sadtalker;

import avatar.faces.video.BgrImage;
import avatar.sadtalker.pipeline.Picture;
import java.awt.image.BufferedImage;

/** Converts pictures to the planes that the networks use, and back. */
final class PictureConversion {

    private static final float FULL = 255;

    private PictureConversion() {}

    static Picture of(BgrImage image) {
        int pixels = image.width() * image.height();
        float[] planes = new float[Picture.CHANNELS * pixels];
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                planes[channel * pixels + i] =
                        (image.bgr()[i * Picture.CHANNELS + Picture.CHANNELS - 1 - channel] & 0xFF) / FULL;
            }
        }
        return new Picture(image.width(), image.height(), planes);
    }

    static BufferedImage toImage(Picture picture) {
        return toBgr(picture).toBufferedImage();
    }

    static BgrImage toBgr(Picture picture) {
        int pixels = picture.width() * picture.height();
        byte[] bgr = new byte[Picture.CHANNELS * pixels];
        for (int i = 0; i < pixels; i++) {
            for (int channel = 0; channel < Picture.CHANNELS; channel++) {
                float value = picture.planes()[channel * pixels + i];
                bgr[i * Picture.CHANNELS + Picture.CHANNELS - 1 - channel] =
                        (byte) Math.round(Math.clamp(value, 0, 1) * FULL);
            }
        }
        return new BgrImage(picture.width(), picture.height(), bgr);
    }
}
