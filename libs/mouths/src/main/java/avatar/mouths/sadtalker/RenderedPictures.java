package avatar.mouths.sadtalker;

import avatar.contract.folder.Folders;
import avatar.sadtalker.pipeline.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;

/** Rendered pictures, kept beside the avatars until theirs is complete: a setup that was killed continues with them. */
final class RenderedPictures {

    private static final String KEY = "key";

    private final Path folder;

    RenderedPictures(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder; pictures with another key are deleted.
     *
     * @param key hash of everything that the pictures depend on
     */
    static RenderedPictures open(Path folder, String key) throws IOException {
        RenderedPictures pictures = new RenderedPictures(folder);
        Path file = folder.resolve(KEY);
        if (!Files.exists(file) || !Files.readString(file).equals(key)) {
            pictures.delete();
            Files.createDirectories(folder);
            Files.write(file, key.getBytes(StandardCharsets.UTF_8));
        }
        return pictures;
    }

    /** Renders a picture that is missing. */
    interface Making {
        Picture make();
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** The picture of that name, rendered if it is missing. */
    BufferedImage get(String name, Making making) throws IOException {
        if (!has(name)) {
            Path growing = folder.resolve(name + ".growing");
            ImageIO.write(PictureConversion.toImage(making.make()), "png", growing.toFile());
            Files.move(growing, file(name), StandardCopyOption.ATOMIC_MOVE);
        }
        BufferedImage image = ImageIO.read(file(name).toFile());
        if (image == null) {
            throw new IOException("'%s' is not a readable picture; delete it".formatted(file(name)));
        }
        return image;
    }

    private Path file(String name) {
        return folder.resolve(name + ".png");
    }

    /** Deletes all pictures. */
    void delete() throws IOException {
        Folders.delete(folder);
    }
}
