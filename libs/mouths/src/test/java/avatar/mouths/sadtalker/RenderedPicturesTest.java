package avatar.mouths.sadtalker;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.sadtalker.pipeline.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderedPicturesTest {

    @TempDir
    Path folder;

    private int made;

    @Test
    void makesEachPictureOnce() throws IOException {
        RenderedPictures.open(work(), "a").get("Aa_FULL", this::make);

        BufferedImage picture = RenderedPictures.open(work(), "a").get("Aa_FULL", this::make);

        assertThat(made).isOne();
        assertThat(picture.getRGB(1, 0)).isEqualTo(0xFFFF8000);
    }

    @Test
    void forgetsPicturesOfSomethingElse() throws IOException {
        RenderedPictures.open(work(), "a").get("Aa_FULL", this::make);

        RenderedPictures.open(work(), "b").get("Aa_FULL", this::make);

        assertThat(made).isEqualTo(2);
    }

    @Test
    void leavesNothingWhenThePicturesAreNeededNoLonger() throws IOException {
        RenderedPictures pictures = RenderedPictures.open(work(), "a");
        pictures.get("Aa_FULL", this::make);

        pictures.delete();
        pictures.delete();

        assertThat(folder).isEmptyDirectory();
    }

    private Path work() {
        return folder.resolve(".me.rendered");
    }

    /** Orange. */
    private Picture make() {
        made++;
        return new Picture(2, 1, new float[] {1, 1, 0.5f, 0.5f, 0, 0});
    }
}
