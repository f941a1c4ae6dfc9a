package avatar.sadtalker.model;

import java.nio.file.Path;

/** The message for users who have no models yet: what to get, and where to put it. */
final class MissingModel {

    private MissingModel() {}

    static String message(Path folder) {
        return ("No SadTalker models in '%s'. Get SadTalker_V0.0.2_256.safetensors (or _512) and"
                        + " mapping_00109-model.pth.tar of release v0.0.2-rc of OpenTalker/SadTalker on GitHub, then:"
                        + " ./avatar models import --checkpoint SadTalker_V0.0.2_256.safetensors"
                        + " --mapping mapping_00109-model.pth.tar. Or put ONNX files of these networks there, such as"
                        + " those of ailia-models, and then: ./avatar models adopt. Engine warp needs no models.")
                .formatted(folder);
    }
}
