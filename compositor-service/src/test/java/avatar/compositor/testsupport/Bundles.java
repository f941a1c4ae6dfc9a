package avatar.compositor.testsupport;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Box;
import avatar.contract.bundle.Opening;
import avatar.contract.bundle.Track;
import avatar.contract.json.Json;
import avatar.contract.viseme.Viseme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.FrameRecorder;
import org.bytedeco.javacv.OpenCVFrameConverter;
import org.bytedeco.opencv.opencv_core.Mat;

/** Bundles of scenes, as setup-job would write them. */
public final class Bundles {

    private Bundles() {}

    /** Writes a whole bundle into {@code folder}. */
    public static void write(Path folder, Scene scene, double fps) {
        try {
            Files.createDirectories(folder.resolve("visemes"));
            writeVideo(folder.resolve(AvatarBundle.BASE_VIDEO), scene, fps);
            Files.write(folder.resolve(AvatarBundle.TRACK), Json.write(new Track(Track.VERSION, scene.track())));
            Files.write(folder.resolve(AvatarBundle.LIPS), Json.write(scene.lips()));
            for (Viseme viseme : Viseme.values()) {
                for (Opening opening : Opening.values()) {
                    writePatch(
                            folder.resolve(AvatarBundle.patch(viseme, opening)), scene, scene.patch(viseme, opening));
                }
            }
            writeManifest(folder, scene, fps, scene.frameCount());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the manifest of the files that lie there. */
    public static void writeManifest(Path folder, Scene scene, double fps, int frameCount) throws IOException {
        Box mouthBox = Box.ofPixels(scene.mouthBox(), scene.width(), scene.height());
        AvatarManifest manifest = new AvatarManifest(
                AvatarManifest.VERSION,
                folder.getFileName().toString(),
                new AvatarManifest.Source("scene.mp4", "00"),
                scene.width(),
                scene.height(),
                fps,
                frameCount,
                0,
                "synthetic",
                Map.of(),
                mouthBox,
                mouthBox,
                checksums(folder));
        Files.write(folder.resolve(AvatarBundle.MANIFEST), Json.write(manifest));
    }

    private static Map<String, String> checksums(Path folder) throws IOException {
        Map<String, String> checksums = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith(AvatarBundle.MANIFEST)) {
                    checksums.put(folder.relativize(file).toString(), AvatarBundle.sha256(file));
                }
            }
        }
        return checksums;
    }

    private static void writePatch(Path file, Scene scene, byte[] bgra) {
        try (Mat patch = Pictures.mat(scene.mouthBox().width(), scene.mouthBox().height(), CV_8UC4, bgra)) {
            imwrite(file.toString(), patch);
        }
    }

    /** MPEG-4 rather than H.264, because it can be of odd sizes, too. */
    private static void writeVideo(Path file, Scene scene, double fps) {
        avutil.av_log_set_level(avutil.AV_LOG_ERROR);
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), scene.width(), scene.height());
                OpenCVFrameConverter.ToMat converter = new OpenCVFrameConverter.ToMat()) {
            recorder.setFormat("mp4");
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
            recorder.setVideoQuality(2);
            recorder.setFrameRate(fps);
            recorder.start();
            for (int index = 0; index < scene.frameCount(); index++) {
                try (Mat picture = Pictures.bgr(scene.width(), scene.height(), scene.frame(index))) {
                    recorder.record(converter.convert(picture));
                }
            }
        } catch (FrameRecorder.Exception e) {
            throw new UncheckedIOException(e);
        }
    }
}
