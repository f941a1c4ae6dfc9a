package avatar.pictures.frame;

import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Viseme;

/**
 * The mouth of one frame as it is painted: a single patch.
 *
 * @param cover how much of the base video's own mouth it covers, 0..1; below 1 while it fades in or out
 */
public record MouthPicture(Viseme viseme, Opening opening, double cover) {

    /** A patch that hides the base video's own mouth. */
    static MouthPicture of(Viseme viseme, Opening opening) {
        return new MouthPicture(viseme, opening, 1);
    }
}
