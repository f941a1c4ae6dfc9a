package avatar.mouths.engine;

import avatar.faces.face.Face;
import avatar.faces.video.BgrImage;
import avatar.faces.video.Clip;
import java.nio.file.Path;
import java.util.List;

/**
 * The pictures and faces that mouths are made of.
 *
 * @param reference the picture that patches are put on
 * @param face in the reference picture
 * @param clip the source of the avatar, from which the reference picture is taken
 * @param faces one for each picture of the clip
 * @param frame number of the reference picture in the clip
 * @param work a folder for intermediate results, which survives a killed process and is deleted when the avatar is
 *     complete
 */
public record MouthSource(BgrImage reference, Face face, Clip clip, List<Face> faces, int frame, Path work) {

    public MouthSource {
        faces = List.copyOf(faces);
    }
}
