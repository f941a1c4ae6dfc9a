package avatar.cli.fake;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Box;
import avatar.contract.bundle.Light;
import avatar.contract.bundle.LipShapes;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import avatar.contract.bundle.Track.TrackedFrame;
import avatar.contract.json.Json;
import avatar.contract.viseme.Viseme;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/** A complete bundle of a grey face; its mouth is grey while closed, else red. */
public final class SmallAvatar {

    public static final int FPS = 25;
    public static final int FRAMES = 25;
    public static final int WIDTH = 160;
    public static final int HEIGHT = 120;
    public static final PixelBox MOUTH = new PixelBox(56, 72, 48, 32);

    private static final Color SKIN = new Color(128, 128, 128);

    private SmallAvatar() {}

    /** Writes the bundle into {@code folder}, whose name is its id. */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("visemes"));
        writeVideo(folder.resolve(AvatarBundle.BASE_VIDEO));
        TrackedFrame still = new TrackedFrame(Similarity.IDENTITY, 1, Light.even(1, 1, 1));
        Files.write(
                folder.resolve(AvatarBundle.TRACK),
                Json.write(new Track(Track.VERSION, Collections.nCopies(FRAMES, still))));
        Files.write(folder.resolve(AvatarBundle.LIPS), Json.write(lips()));
        for (Viseme viseme : Viseme.values()) {
            for (Opening opening : Opening.values()) {
                ImageIO.write(
                        filled(MOUTH.width(), MOUTH.height(), isShut(viseme) ? SKIN : Color.RED),
                        "png",
                        folder.resolve(AvatarBundle.patch(viseme, opening)).toFile());
            }
        }
        Files.write(folder.resolve(AvatarBundle.MANIFEST), Json.write(manifest(folder)));
    }

    private static AvatarManifest manifest(Path folder) throws IOException {
        Box mouth = Box.ofPixels(MOUTH, WIDTH, HEIGHT);
        return new AvatarManifest(
                AvatarManifest.VERSION,
                folder.getFileName().toString(),
                new AvatarManifest.Source("grey.mp4", "00"),
                WIDTH,
                HEIGHT,
                FPS,
                FRAMES,
                0,
                "synthetic",
                Map.of(),
                mouth,
                mouth,
                checksums(folder));
    }

    private static LipShapes lips() {
        Map<Viseme, List<List<Double>>> moves = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            moves.put(
                    viseme,
                    List.of(List.of(
                            0.0,
                            isShut(viseme) ? 0.0 : 0.1 + 0.01 * viseme.label().length())));
        }
        return new LipShapes(LipShapes.VERSION, moves);
    }

    private static boolean isShut(Viseme viseme) {
        return viseme == Viseme.M || viseme == Viseme.SIL;
    }

    private static void writeVideo(Path file) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT);
                Java2DFrameConverter converter = new Java2DFrameConverter()) {
            recorder.setFormat("mp4");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setVideoQuality(2);
            recorder.setFrameRate(FPS);
            recorder.start();
            for (int frame = 0; frame < FRAMES; frame++) {
                recorder.record(converter.convert(opaque(filled(WIDTH, HEIGHT, SKIN))));
            }
        }
    }

    private static BufferedImage opaque(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return opaque;
    }

    private static BufferedImage filled(int width, int height, Color colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return picture;
    }

    private static Map<String, String> checksums(Path folder) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                checksums.put(folder.relativize(file).toString(), AvatarBundle.sha256(file));
            }
        }
        return checksums;
    }
}
