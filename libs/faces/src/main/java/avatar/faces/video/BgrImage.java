package avatar.faces.video;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A picture in memory, three bytes a pixel in the order blue, green, red, row after row without padding.
 *
 * <p>The bytes are shared, never copied: after a picture was passed on, nothing changes it.
 */
public final class BgrImage {

    static final int BYTES_PER_PIXEL = 3;

    private final int width;
    private final int height;
    private final byte[] bgr;

    /** Takes {@code width * height * 3} bytes. */
    public BgrImage(int width, int height, byte[] bgr) {
        if (width <= 0 || height <= 0 || bgr.length != width * height * BYTES_PER_PIXEL) {
            throw new IllegalArgumentException("Invalid picture: found %d bytes of %dx%d pixels, expected %d"
                    .formatted(bgr.length, width, height, width * height * BYTES_PER_PIXEL));
        }
        this.width = width;
        this.height = height;
        this.bgr = bgr;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] bgr() {
        return bgr;
    }

    /** The picture of an AWT image; shares its bytes if they have this layout. */
    public static BgrImage of(BufferedImage image) {
        BufferedImage plain = isPlainBgr(image) ? image : redrawn(image);
        return new BgrImage(plain.getWidth(), plain.getHeight(), bytesOf(plain));
    }

    /** A copy of its top left part. */
    public BgrImage cropped(int newWidth, int newHeight) {
        if (newWidth == width && newHeight == height) {
            return this;
        }
        byte[] part = new byte[newWidth * newHeight * BYTES_PER_PIXEL];
        int row = newWidth * BYTES_PER_PIXEL;
        for (int y = 0; y < newHeight; y++) {
            System.arraycopy(bgr, y * width * BYTES_PER_PIXEL, part, y * row, row);
        }
        return new BgrImage(newWidth, newHeight, part);
    }

    /** A copy for AWT and ImageIO, of {@link BufferedImage#TYPE_3BYTE_BGR}. */
    public BufferedImage toBufferedImage() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        System.arraycopy(bgr, 0, bytesOf(image), 0, bgr.length);
        return image;
    }

    /** A subimage has the same type, but the bytes of the whole image. */
    private static boolean isPlainBgr(BufferedImage image) {
        return image.getType() == BufferedImage.TYPE_3BYTE_BGR
                && bytesOf(image).length == image.getWidth() * image.getHeight() * BYTES_PER_PIXEL;
    }

    private static BufferedImage redrawn(BufferedImage image) {
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static byte[] bytesOf(BufferedImage image) {
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
