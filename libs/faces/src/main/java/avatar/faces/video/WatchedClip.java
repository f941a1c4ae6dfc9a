package avatar.faces.video;

/**
 * A clip with a second visitor.
 *
 * @param other receives each picture before the visitor of the clip
 */
public record WatchedClip(Clip clip, Visitor other) implements Clip {

    @Override
    public int width() {
        return clip.width();
    }

    @Override
    public int height() {
        return clip.height();
    }

    @Override
    public double fps() {
        return clip.fps();
    }

    @Override
    public void forEach(Visitor visitor) {
        clip.forEach((index, picture) -> {
            other.visit(index, picture);
            visitor.visit(index, picture);
        });
    }
}
