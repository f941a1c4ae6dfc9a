package avatar.setup.requests;

import avatar.contract.setup.SetupRequest;
import avatar.faces.video.VideoWork;
import avatar.mouths.engine.EngineOptions;
import avatar.mouths.engine.MouthEngines;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.bundle.AvatarSettings;
import avatar.setup.bundle.FrameChoice;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Translates a request over Kafka to one for {@link avatar.setup.bundle.AvatarMaker}. */
final class RequestedAvatar {

    private RequestedAvatar() {}

    /**
     * The avatar of an upload.
     *
     * @param models of engine sadtalker
     * @throws avatar.contract.problem.AvatarException if the frame or the engine is invalid
     */
    static AvatarRequest of(SetupRequest request, Path avatars, Path models, Consumer<String> log) {
        String engine = request.engine();
        EngineOptions options = new EngineOptions(request.size(), SadTalkerSettings.of(models, log));
        AvatarSettings settings = AvatarSettings.DEFAULT
                .withFrame(new FrameChoice(request.frame()))
                .withEngine(MouthEngines.of(engine == null ? MouthEngines.DEFAULT : engine, options))
                .withBlinks(request.blink());
        Path file = Upload.of(request, avatars).file();
        return new AvatarRequest(file, request.avatar(), avatars, settings, request.force(), VideoWork.OF_UPLOADS);
    }
}
