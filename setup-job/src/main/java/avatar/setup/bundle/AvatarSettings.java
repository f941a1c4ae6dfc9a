package avatar.setup.bundle;

import avatar.faces.face.FaceChoice;
import avatar.faces.loop.LoopMode;
import avatar.mouths.sadtalker.SadTalkerSettings;
import java.util.Map;
import java.util.TreeMap;

/**
 * How an avatar is to be made.
 *
 * @param frame of the source that the mouths are made from; as {@link FrameChoice} has it
 * @param maxSeconds of the video that are used
 * @param face that is followed, of several
 * @param loop how the end of the video is joined to its beginning
 * @param engine that makes the mouths
 * @param blinks whether blinks are drawn into a video
 * @param sadTalker how engine {@link Engine#SADTALKER} works
 */
public record AvatarSettings(
        FrameChoice frame,
        double maxSeconds,
        FaceChoice face,
        LoopMode loop,
        Engine engine,
        boolean blinks,
        SadTalkerSettings sadTalker) {

    public static final double DEFAULT_MAX_SECONDS = 30;

    public static final AvatarSettings DEFAULT = new AvatarSettings(
            FrameChoice.SHUT,
            DEFAULT_MAX_SECONDS,
            FaceChoice.LARGEST,
            LoopMode.CROSSFADE,
            Engine.WARP,
            false,
            SadTalkerSettings.DEFAULT);

    public AvatarSettings withFrame(FrameChoice newFrame) {
        return new AvatarSettings(newFrame, maxSeconds, face, loop, engine, blinks, sadTalker);
    }

    public AvatarSettings withMaxSeconds(double newMaxSeconds) {
        return new AvatarSettings(frame, newMaxSeconds, face, loop, engine, blinks, sadTalker);
    }

    public AvatarSettings withLoop(LoopMode newLoop) {
        return new AvatarSettings(frame, maxSeconds, face, newLoop, engine, blinks, sadTalker);
    }

    public AvatarSettings withSadTalker(SadTalkerSettings newSettings) {
        return new AvatarSettings(frame, maxSeconds, face, loop, engine, blinks, newSettings);
    }

    public AvatarSettings withEngine(Engine newEngine) {
        return new AvatarSettings(frame, maxSeconds, face, loop, newEngine, blinks, sadTalker);
    }

    public AvatarSettings withBlinks(boolean newBlinks) {
        return new AvatarSettings(frame, maxSeconds, face, loop, engine, newBlinks, sadTalker);
    }

    /** What a bundle's manifest must say for it to be the one that is wanted. */
    Map<String, String> toManifest() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("frame", frame.toString());
        settings.put("maxSeconds", Double.toString(maxSeconds));
        settings.put("face", face.toString());
        settings.put("loop", loop.label());
        settings.put("blinks", Boolean.toString(blinks));
        settings.put("engine", engine.label());
        if (engine == Engine.SADTALKER) {
            settings.put("expressionScale", Double.toString(sadTalker.expressionScale()));
            settings.put("pose", sadTalker.pose());
        }
        settings.put("setupVersion", Integer.toString(AvatarMaker.VERSION));
        return settings;
    }
}
