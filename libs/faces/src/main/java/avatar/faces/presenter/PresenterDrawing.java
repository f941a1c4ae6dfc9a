package avatar.faces.presenter;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DomElement;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** The drawing of the presenter, from which layers are rendered: some of its groups, with the others hidden. */
final class PresenterDrawing {

    static final int WIDTH = 1280;
    static final int HEIGHT = 720;

    private static final String RESOURCE = "/presenter/presenter.svg";

    /** The groups of the drawing. */
    static final Set<String> GROUPS = Set.of(
            "background",
            "neck",
            "body",
            "hair-back",
            "face",
            "eye-left",
            "eye-right",
            "brow-left",
            "brow-right",
            "nose",
            "mouth",
            "hair-front",
            "ears",
            "hair-loose");

    private final byte[] svg;

    PresenterDrawing() {
        try (InputStream resource = PresenterDrawing.class.getResourceAsStream(RESOURCE)) {
            this.svg = Objects.requireNonNull(resource, RESOURCE).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renders only these groups, with this expression, on a transparent background.
     *
     * @param fineness pixels of the image for a pixel of the drawing
     */
    BufferedImage paint(Set<String> groups, Expression expression, int fineness) {
        LoaderContext context = LoaderContext.builder()
                .preProcessor(root -> prepare(root, groups, expression))
                .build();
        SVGDocument document =
                Objects.requireNonNull(new SVGLoader().load(new ByteArrayInputStream(svg), null, context), RESOURCE);
        BufferedImage image = new BufferedImage(fineness * WIDTH, fineness * HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(fineness, fineness);
        document.render((Component) null, graphics, new ViewBox(WIDTH, HEIGHT));
        graphics.dispose();
        return image;
    }

    private static void prepare(DomElement element, Set<String> groups, Expression expression) {
        String id = element.id();
        if (id != null && !id.isEmpty()) {
            prepareNamed(element, id, groups, expression);
        }
        element.children().forEach(child -> prepare(child, groups, expression));
    }

    private static void prepareNamed(DomElement element, String id, Set<String> groups, Expression expression) {
        if (GROUPS.contains(id)) {
            show(element, groups.contains(id));
        }
        switch (id) {
            case "lid-left-upper", "lid-right-upper" -> show(element, expression.lids() == Lids.OPEN);
            case "half-left", "half-right" -> show(element, expression.lids() == Lids.HALF);
            case "closed-left", "closed-right" -> show(element, expression.lids() == Lids.CLOSED);
            case "iris-left", "iris-right" -> move(element, expression.gazeX(), expression.gazeY());
            case "brow-left", "brow-right" -> move(element, 0, expression.browY());
            default -> {}
        }
    }

    private static void show(DomElement element, boolean isShown) {
        element.setAttribute("display", isShown ? null : "none");
    }

    private static void move(DomElement element, double x, double y) {
        element.setAttribute("transform", String.format(Locale.ROOT, "translate(%.3f %.3f)", x, y));
    }
}
