package avatar.bench.live;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * One frame of a small base video as JPEG.
 *
 * @param idle with the mouth shut
 * @param encodedAnew the same picture at a lower quality
 * @param talking with the mouth open
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Picture(byte[] idle, byte[] encodedAnew, byte[] talking) {

    private static final int WIDTH_PX = 160;
    private static final int HEIGHT_PX = 120;

    Picture(int index) {
        this(encode(draw(index, 2), 0.9f), encode(draw(index, 2), 0.7f), encode(draw(index, 14), 0.9f));
    }

    private static BufferedImage draw(int index, int mouthHeightPx) {
        BufferedImage image = new BufferedImage(WIDTH_PX, HEIGHT_PX, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.GRAY, WIDTH_PX, HEIGHT_PX, Color.LIGHT_GRAY));
        graphics.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
        grain(image, index);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillOval(70 + index % 5, 80 - mouthHeightPx / 2, 24, mouthHeightPx);
        graphics.dispose();
        return image;
    }

    /** As a camera has it. */
    private static void grain(BufferedImage image, long seed) {
        Random random = new Random(seed);
        for (int y = 0; y < HEIGHT_PX; y++) {
            for (int x = 0; x < WIDTH_PX; x++) {
                int shift = random.nextInt(5) * 0x010101;
                image.setRGB(x, y, image.getRGB(x, y) + shift);
            }
        }
    }

    private static byte[] encode(BufferedImage image, float quality) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam settings = writer.getDefaultWriteParam();
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
