package avatar.setup.portrait;

import avatar.setup.video.BgrImage;
import avatar.setup.video.Clip;

/** A clip of one picture. */
record Once(BgrImage picture) implements Clip {

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
