package avatar.faces.video;

/** A clip of one picture. */
public record OnePicture(BgrImage picture) implements Clip {

    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public double fps() {
        return 1;
    }

    @Override
    public void forEach(Visitor visitor) {
        visitor.visit(0, picture);
    }
}
