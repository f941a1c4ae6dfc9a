package avatar.setup.report;

import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/** The last frames of the base video and the first ones, in the order in which viewers see them. */
final class SeamStrip implements Clip.Visitor {

    private static final int EACH_SIDE = 5;
    private static final int HEIGHT = 300;
    private static final int LABEL = 22;

    private final int count;
    private final Map<Integer, BufferedImage> frames = new LinkedHashMap<>();

    /** @param count of the video's frames */
    SeamStrip(int count) {
        this.count = count;
    }

    @Override
    public void visit(int index, BgrImage picture) {
        if (index < EACH_SIDE || index >= count - EACH_SIDE) {
            int width = picture.width() * HEIGHT / picture.height();
            BufferedImage small = new BufferedImage(width, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
            Graphics2D graphics = small.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture.toBufferedImage(), 0, 0, width, HEIGHT, null);
            graphics.dispose();
            frames.put(index, small);
        }
    }

    BufferedImage strip() {
        int width = frames.values().iterator().next().getWidth();
        BufferedImage strip = new BufferedImage(EACH_SIDE * width, 2 * (HEIGHT + LABEL), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = strip.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        frames.forEach((index, frame) -> {
            boolean isEnd = index >= count - EACH_SIDE;
            int x = (isEnd ? index - (count - EACH_SIDE) : index) * width;
            int y = isEnd ? 0 : HEIGHT + LABEL;
            graphics.drawImage(frame, x, y, null);
            graphics.drawString("frame " + index, x + 6, y + HEIGHT + 17);
        });
        graphics.dispose();
        return strip;
    }
}
