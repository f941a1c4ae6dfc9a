package avatar.setup.clips;

import avatar.setup.video.BgrImage;
import avatar.setup.video.Clip;
import java.util.List;

/** A clip of pictures that are in memory. */
public record MemoryClip(List<BgrImage> pictures, double fps) implements Clip {

    public MemoryClip {
        pictures = List.copyOf(pictures);
    }

    /** At 30 pictures a second. */
    public static MemoryClip of(List<BgrImage> pictures) {
        return new MemoryClip(pictures, 30);
    }

    @Override
    public int width() {
        return pictures.getFirst().width();
    }

    @Override
    public int height() {
        return pictures.getFirst().height();
    }

    @Override
    public void forEach(Visitor visitor) {
        for (int i = 0; i < pictures.size(); i++) {
            visitor.visit(i, pictures.get(i));
        }
    }
}
