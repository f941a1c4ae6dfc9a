package avatar.web.fake;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Draws an avatar's pictures: a face that sways, mouths. */
final class FakePicture {

    private static final int SIZE = 640;

    private FakePicture() {}

    static byte[] jpeg(int frame, int frames, boolean speaks) {
        BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setPaint(new GradientPaint(0, 0, new Color(0x9fb6d8), 0, SIZE, new Color(0x50648c)));
        brush.fillRect(0, 0, SIZE, SIZE);
        int x = SIZE / 2 + (int) (24 * Math.sin(2 * Math.PI * frame / frames));
        brush.setColor(new Color(0x2d3c5c));
        brush.fillRoundRect(x - 190, 470, 380, 300, 160, 160);
        brush.setColor(new Color(0xf0c8a8));
        brush.fillOval(x - 130, 130, 260, 350);
        brush.setColor(new Color(0x33261f));
        brush.fillOval(x - 75, 270, 34, 22);
        brush.fillOval(x + 41, 270, 34, 22);
        brush.setColor(new Color(0xa8433f));
        brush.setStroke(new BasicStroke(8));
        int open = speaks ? 8 + 40 * (frame % 5) / 4 : 0;
        brush.fillOval(x - 40, 400 - open / 2, 80, 8 + open);
        brush.dispose();
        return encoded(image, "jpeg");
    }

    /** A mouth, open as far as the name is long. */
    static byte[] patch(String viseme) {
        BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_ARGB);
        Graphics2D brush = image.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        brush.setColor(new Color(0xf0c8a8));
        brush.fillOval(0, 0, 160, 120);
        brush.setColor(new Color(0xa8433f));
        int open = 16 * viseme.length();
        brush.fillOval(40, 60 - open, 80, 2 * open);
        brush.dispose();
        return encoded(image, "png");
    }

    /** A sheet with a name on it. */
    static byte[] preview(String name) {
        BufferedImage image = new BufferedImage(480, 360, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(0x9fb6d8));
        brush.fillRect(0, 0, 480, 360);
        brush.setColor(Color.BLACK);
        brush.drawString(name, 20, 30);
        brush.dispose();
        return encoded(image, "png");
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return picture.toByteArray();
    }
}
