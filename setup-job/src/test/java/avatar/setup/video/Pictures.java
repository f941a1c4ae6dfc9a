package avatar.setup.video;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Pictures and videos for tests, and how near pictures are to each other. */
public final class Pictures {

    private Pictures() {}

    /** A real video that lies beside the project, or the end of the test, which says that it is absent. */
    public static Path realVideo(String name) {
        return real("video", name);
    }

    /** As {@link #realVideo}, a still picture of a face. */
    public static Path realPortrait(String name) {
        return real("portraits", name);
    }

    private static Path real(String folder, String name) {
        Path file = Path.of(System.getProperty("avatar.root", ".."), "../shared/data", folder, name);
        assumeTrue(Files.exists(file), name + " is absent");
        return file;
    }

    public static BgrImage flat(int width, int height, int rgb) {
        byte[] bgr = new byte[width * height * BgrImage.BYTES_PER_PIXEL];
        for (int i = 0; i < bgr.length; i += BgrImage.BYTES_PER_PIXEL) {
            bgr[i] = (byte) rgb;
            bgr[i + 1] = (byte) (rgb >> 8);
            bgr[i + 2] = (byte) (rgb >> 16);
        }
        return new BgrImage(width, height, bgr);
    }

    /** Grey, as light as its number, which is under 59: {@link #numberOf} reads it back. */
    static BgrImage numbered(int width, int height, int number) {
        int grey = 20 + 4 * number;
        return flat(width, height, grey << 16 | grey << 8 | grey);
    }

    static int numberOf(BgrImage image) {
        return (int) Math.round((mean(image.bgr()) - 20) / 4);
    }

    static BgrImage leftHalfWhite(int width, int height) {
        byte[] bgr = new byte[width * height * BgrImage.BYTES_PER_PIXEL];
        for (int y = 0; y < height; y++) {
            int row = y * width * BgrImage.BYTES_PER_PIXEL;
            Arrays.fill(bgr, row, row + width / 2 * BgrImage.BYTES_PER_PIXEL, (byte) 255);
        }
        return new BgrImage(width, height, bgr);
    }

    static BgrImage noisy(int width, int height, int number) {
        Random random = new Random(number);
        byte[] bgr = numbered(width, height, number).bgr();
        for (int i = 0; i < bgr.length; i++) {
            bgr[i] = (byte) Math.clamp((bgr[i] & 0xff) + Math.round(10 * random.nextGaussian()), 0, 255);
        }
        return new BgrImage(width, height, bgr);
    }

    static List<BgrImage> readAll(Path file) {
        return readAll(file, VideoLimits.DEFAULT);
    }

    static List<BgrImage> readAll(Path file, VideoLimits limits) {
        List<BgrImage> images = new ArrayList<>();
        try (VideoReader reader = VideoReader.open(file, limits)) {
            for (BgrImage image = reader.read(); image != null; image = reader.read()) {
                images.add(image);
            }
        }
        return images;
    }

    static Path write(Path file, double fps, List<BgrImage> images) {
        BgrImage first = images.getFirst();
        try (VideoWriter writer = VideoWriter.create(file, first.width(), first.height(), fps)) {
            images.forEach(writer::write);
        }
        return file;
    }

    /** The peak signal-to-noise ratio of two pictures of one size, in decibels. */
    public static double psnr(BgrImage one, BgrImage other) {
        double squares = 0;
        for (int i = 0; i < one.bgr().length; i++) {
            int difference = (one.bgr()[i] & 0xff) - (other.bgr()[i] & 0xff);
            squares += difference * difference;
        }
        return 10 * Math.log10(255.0 * 255 * one.bgr().length / Math.max(squares, 1e-9));
    }

    /** Blue, green and red in the middle of a picture. */
    static int[] middle(BgrImage image) {
        int at = (image.height() / 2 * image.width() + image.width() / 2) * BgrImage.BYTES_PER_PIXEL;
        return new int[] {image.bgr()[at] & 0xff, image.bgr()[at + 1] & 0xff, image.bgr()[at + 2] & 0xff};
    }

    private static double mean(byte[] bytes) {
        long sum = 0;
        for (byte b : bytes) {
            sum += b & 0xff;
        }
        return (double) sum / bytes.length;
    }
}
