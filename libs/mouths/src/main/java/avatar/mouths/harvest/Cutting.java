package avatar.mouths.harvest;

import avatar.contract.bundle.PixelBox;
import avatar.faces.video.BgrImage;

/**
 * A part of a picture with its place.
 *
 * @param x and {@code y}: its top left pixel in the picture
 */
record Cutting(BgrImage part, int x, int y) {

    /** @param box that overlaps the picture */
    static Cutting of(BgrImage picture, PixelBox box) {
        int left = Math.clamp(box.x(), 0, picture.width() - 1);
        int top = Math.clamp(box.y(), 0, picture.height() - 1);
        int width = Math.clamp(box.x() + box.width(), left + 1, picture.width()) - left;
        int height = Math.clamp(box.y() + box.height(), top + 1, picture.height()) - top;
        byte[] part = new byte[width * height * 3];
        for (int row = 0; row < height; row++) {
            int from = ((top + row) * picture.width() + left) * 3;
            System.arraycopy(picture.bgr(), from, part, row * width * 3, width * 3);
        }
        return new Cutting(new BgrImage(width, height, part), left, top);
    }
}
