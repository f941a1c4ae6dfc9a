package avatar.setup.bundle;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.face.Face;
import avatar.setup.video.BgrImage;
import java.util.ArrayList;
import java.util.List;

/** The frame of the base video that the patches are made from. */
record Reference(int frame, BgrImage picture, Face face) {

    static Reference of(BaseVideo base, List<Face> faces, int frame) {
        List<BgrImage> found = new ArrayList<>(1);
        base.forEach((index, picture) -> {
            if (index == frame) {
                found.add(picture);
            }
        });
        return new Reference(frame, found.getFirst(), faces.get(frame));
    }

    /**
     * The number of the frame that was asked for, or of the middle one.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_FRAME}
     */
    static int frameOf(AvatarRequest request, BaseVideo base) {
        int frame = request.frame().orElse(base.frameCount() / 2);
        if (frame < 0 || frame >= base.frameCount()) {
            throw new AvatarException(
                    ErrorCode.INVALID_FRAME,
                    "There is no frame %d; there are 0 to %d".formatted(frame, base.frameCount() - 1));
        }
        return frame;
    }
}
