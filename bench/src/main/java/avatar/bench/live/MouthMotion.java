package avatar.bench.live;

import avatar.bench.command.BenchException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * Distinguishes a frame with a moved mouth from one that was only encoded again.
 *
 * <p>The changed area is the smallest rectangle around all pixels that differ from the idle frame by more than
 * {@value #PIXEL_LEVELS} of 255 levels, which an encoder's rounding does not reach. The mouth has moved when that area
 * is at least {@value #MIN_SIDE_PX} pixels wide and high and differs by {@value #MEAN_LEVELS} levels in the mean: noise
 * spread over the frame makes a large area with a small mean.
 */
public final class MouthMotion {

    static final int PIXEL_LEVELS = 10;
    static final int MEAN_LEVELS = 6;
    static final int MIN_SIDE_PX = 8;

    private MouthMotion() {}

    /** Whether the mouth in {@code jpeg} differs from that in {@code idle}, which shows the same base frame. */
    public static boolean isMoved(byte[] idle, byte[] jpeg) {
        if (Arrays.equals(idle, jpeg)) {
            return false;
        }
        BufferedImage before = decode(idle);
        BufferedImage after = decode(jpeg);
        if (before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight()) {
            return false;
        }
        return isMoved(differences(before, after), before.getWidth());
    }

    private static boolean isMoved(int[] differences, int width) {
        Rectangle area = new Rectangle(-1, -1);
        for (int i = 0; i < differences.length; i++) {
            if (differences[i] > PIXEL_LEVELS) {
                area.add(new Rectangle(i % width, i / width, 1, 1));
            }
        }
        if (area.width < MIN_SIDE_PX || area.height < MIN_SIDE_PX) {
            return false;
        }
        long sum = 0;
        for (int y = area.y; y < area.y + area.height; y++) {
            for (int x = area.x; x < area.x + area.width; x++) {
                sum += differences[y * width + x];
            }
        }
        return sum >= (long) MEAN_LEVELS * area.width * area.height;
    }

    /** The difference in brightness of each pixel, in levels of 255. */
    private static int[] differences(BufferedImage before, BufferedImage after) {
        int width = before.getWidth();
        int height = before.getHeight();
        int[] a = before.getRGB(0, 0, width, height, null, 0, width);
        int[] b = after.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.abs(brightness(a[i]) - brightness(b[i]));
        }
        return a;
    }

    private static int brightness(int rgb) {
        return (2 * (rgb >> 16 & 0xFF) + 5 * (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 8;
    }

    private static BufferedImage decode(byte[] jpeg) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (image == null) {
                throw new BenchException("Invalid frame: found %d bytes that are not a JPEG".formatted(jpeg.length));
            }
            return image;
        } catch (IOException e) {
            throw new BenchException("A frame of %d bytes can't be decoded: %s".formatted(jpeg.length, e), e);
        }
    }
}
