package avatar.setup.bundle;

import avatar.contract.bundle.PixelBox;
import avatar.faces.video.BgrImage;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** The contact sheet of an avatar: every patch on the face, named. */
final class Preview {

    private static final int COLUMNS = 6;
    private static final int CELL = 240;
    private static final int LABEL = 28;

    private final BufferedImage face;
    private final PixelBox view;
    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String name, BufferedImage picture) {}

    /** @param view the part of the picture to show, as wide as high */
    Preview(BgrImage picture, PixelBox view) {
        this.face = picture.toBufferedImage();
        this.view = view;
        cells.add(new Cell("idle", cut(face)));
    }

    void add(String name, BufferedImage patch, PixelBox box) {
        BufferedImage whole = new BufferedImage(face.getWidth(), face.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = whole.createGraphics();
        graphics.drawImage(face, 0, 0, null);
        graphics.drawImage(patch, box.x(), box.y(), null);
        graphics.dispose();
        cells.add(new Cell(name, cut(whole)));
    }

    private BufferedImage cut(BufferedImage whole) {
        return whole.getSubimage(view.x(), view.y(), view.width(), view.height());
    }

    BufferedImage sheet() {
        int rows = (cells.size() + COLUMNS - 1) / COLUMNS;
        BufferedImage sheet = new BufferedImage(COLUMNS * CELL, rows * (CELL + LABEL), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        graphics.setColor(Color.WHITE);
        for (int i = 0; i < cells.size(); i++) {
            int x = i % COLUMNS * CELL;
            int y = i / COLUMNS * (CELL + LABEL);
            graphics.drawImage(cells.get(i).picture(), x, y, CELL, CELL, null);
            graphics.drawString(cells.get(i).name(), x + 8, y + CELL + 20);
        }
        graphics.dispose();
        return sheet;
    }
}
