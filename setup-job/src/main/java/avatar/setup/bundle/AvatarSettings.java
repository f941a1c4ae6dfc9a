package avatar.setup.bundle;

import avatar.faces.face.FaceChoice;
import avatar.faces.loop.LoopMode;
import avatar.mouths.engine.EngineOptions;
import avatar.mouths.engine.MouthEngine;
import avatar.mouths.engine.MouthEngines;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of one avatar.
 *
 * @param frame of the source that the mouths are made from
 * @param maxSeconds of the video that are used
 * @param face that is tracked, if there are several
 * @param loop how the end of the video is joined to its beginning
 * @param engine that makes the mouths
 * @param blinks whether blinks are drawn into a video
 */
public record AvatarSettings(
        FrameChoice frame, double maxSeconds, FaceChoice face, LoopMode loop, MouthEngine engine, boolean blinks) {

    public static final double DEFAULT_MAX_SECONDS = 30;

    public static final AvatarSettings DEFAULT = new AvatarSettings(
            FrameChoice.SHUT,
            DEFAULT_MAX_SECONDS,
            FaceChoice.LARGEST,
            LoopMode.CROSSFADE,
            MouthEngines.of(MouthEngines.DEFAULT, EngineOptions.DEFAULT),
            false);

    public AvatarSettings withFrame(FrameChoice newFrame) {
        return new AvatarSettings(newFrame, maxSeconds, face, loop, engine, blinks);
    }

    public AvatarSettings withMaxSeconds(double newMaxSeconds) {
        return new AvatarSettings(frame, newMaxSeconds, face, loop, engine, blinks);
    }

    public AvatarSettings withLoop(LoopMode newLoop) {
        return new AvatarSettings(frame, maxSeconds, face, newLoop, engine, blinks);
    }

    public AvatarSettings withEngine(MouthEngine newEngine) {
        return new AvatarSettings(frame, maxSeconds, face, loop, newEngine, blinks);
    }

    public AvatarSettings withBlinks(boolean newBlinks) {
        return new AvatarSettings(frame, maxSeconds, face, loop, engine, newBlinks);
    }

    /** The settings as a manifest records them; a bundle with the same ones and the same source is not made again. */
    Map<String, String> toManifest() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("frame", frame.toString());
        settings.put("maxSeconds", Double.toString(maxSeconds));
        settings.put("face", face.toString());
        settings.put("loop", loop.label());
        settings.put("blinks", Boolean.toString(blinks));
        settings.put("engine", engine.name());
        settings.putAll(engine.settings());
        settings.put("setupVersion", Integer.toString(AvatarMaker.VERSION));
        return settings;
    }
}
