package avatar.pictures.avatar;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.PixelBox;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.pictures.jpeg.JpegFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/** Reads a bundle from its folder into memory. */
public final class AvatarLoader {

    private AvatarLoader() {}

    /**
     * Loads a bundle; takes seconds.
     *
     * @param format of the frames
     * @throws AvatarException {@link ErrorCode#INVALID_BUNDLE}, naming the file and what is wrong with it
     */
    public static Avatar load(Path folder, JpegFormat format) {
        AvatarBundle bundle = AvatarBundle.open(folder);
        AvatarManifest manifest = bundle.manifest();
        if (!(manifest.fps() > 0)) {
            throw new AvatarException(
                    ErrorCode.INVALID_BUNDLE,
                    "Invalid frame rate in %s: found %s, expected more than 0".formatted(folder, manifest.fps()));
        }
        PatchSet patches = patches(bundle);
        List<BaseFrame> frames =
                new BaseVideo(bundle, format).frames(bundle.track().frames());
        return new Avatar(manifest.id(), manifest.width(), manifest.height(), manifest.fps(), frames, patches);
    }

    private static PatchSet patches(AvatarBundle bundle) {
        PixelBox mouthBox = bundle.mouthBox();
        return new PatchSet(bundle.lips(), (viseme, opening) -> patch(bundle.patchFile(viseme, opening), mouthBox));
    }

    private static MouthPatch patch(Path file, PixelBox mouthBox) {
        if (!Files.isRegularFile(file)) {
            throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s is missing".formatted(file));
        }
        try (Mat bgra = imread(file.toString(), IMREAD_UNCHANGED)) {
            if (bgra.empty() || bgra.type() != CV_8UC4) {
                throw new AvatarException(ErrorCode.INVALID_BUNDLE, "%s is not an RGBA picture".formatted(file));
            }
            if (bgra.cols() != mouthBox.width() || bgra.rows() != mouthBox.height()) {
                throw new AvatarException(
                        ErrorCode.INVALID_BUNDLE,
                        "Invalid size of %s: found %d x %d, expected %d x %d, that of the mouth box"
                                .formatted(file, bgra.cols(), bgra.rows(), mouthBox.width(), mouthBox.height()));
            }
            byte[] pixels = new byte[bgra.cols() * bgra.rows() * 4];
            bgra.data().get(pixels);
            return MouthPatch.ofStraight(bgra.cols(), bgra.rows(), pixels);
        }
    }
}
