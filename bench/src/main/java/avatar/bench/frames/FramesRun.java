package avatar.bench.frames;

import avatar.bench.reference.WholeFrames;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.AvatarLoader;
import avatar.pictures.frame.FrameComposer;
import avatar.pictures.frame.MouthPose;
import avatar.pictures.frame.MouthTiles;
import avatar.pictures.jpeg.Chroma;
import avatar.pictures.jpeg.JpegFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.opencv.opencv_core.Mat;

/** Makes the frames of a speech in both ways, on one thread, and measures the time. */
final class FramesRun {

    private static final JpegFormat FORMAT = new JpegFormat(80, Chroma.HALF);
    private static final long ENOUGH_FOR_ALL_MOUTHS = 512L << 20;

    /** The service's default. */
    private static final long MOUTH_CACHE = 64L << 20;

    /** A call that only returns bytes is too short for the clock. */
    private static final int IDLE_CALLS = 1000;

    private final AvatarBundle bundle;
    private final Avatar avatar;
    private final List<MouthPose> poses;

    /** @param poses of the mouth, frame after frame */
    FramesRun(AvatarBundle bundle, List<MouthPose> poses) {
        this.bundle = bundle;
        this.avatar = AvatarLoader.load(bundle.folder(), FORMAT);
        this.poses = poses;
    }

    FramesReport report() {
        Map<String, Cost> whole = new LinkedHashMap<>();
        Map<String, Cost> composed = new LinkedHashMap<>();
        whole(poses.size() / 4, new LinkedHashMap<>());
        long wholeBytes = whole(poses.size(), whole);
        speaking(new MouthTiles(0));
        long composedBytes = speaking(new MouthTiles(0), FramesReport.NEW, composed);
        speaking(new MouthTiles(MOUTH_CACHE), FramesReport.SPEAKING, composed);
        MouthTiles all = new MouthTiles(ENOUGH_FOR_ALL_MOUTHS);
        speaking(all);
        speaking(all, FramesReport.SEEN, composed);
        composed.put(FramesReport.IDLE, idle());
        return new FramesReport(
                avatar.id(),
                "%d x %d".formatted(avatar.width(), avatar.height()),
                whole,
                composed,
                wholeBytes,
                composedBytes);
    }

    /** Returns the mean size of a frame. */
    private long whole(int frames, Map<String, Cost> costs) {
        Samples decode = new Samples(frames);
        Samples blend = new Samples(frames);
        Samples label = new Samples(frames);
        Samples encode = new Samples(frames);
        Samples speaking = new Samples(frames);
        Samples idle = new Samples(frames);
        long bytes = 0;
        try (WholeFrames way = new WholeFrames(bundle, FORMAT.quality())) {
            for (int i = 0; i < frames; i++) {
                Viseme viseme = viseme(poses.get(i));
                bytes += speaking.time(() -> {
                            Mat frame = decode.time(way::decode);
                            blend.time(() -> way.layOn(frame, viseme, 1));
                            label.time(() -> way.label(frame, viseme));
                            return encode.time(() -> way.encode(frame));
                        })
                        .length;
                idle.time(() -> way.encode(way.decode()));
            }
        }
        costs.put("decode", decode.cost());
        costs.put("blend", blend.cost());
        costs.put("label", label.cost());
        costs.put("encode", encode.cost());
        costs.put(FramesReport.SPEAKING, speaking.cost());
        costs.put(FramesReport.IDLE, idle.cost());
        return bytes / frames;
    }

    private static Viseme viseme(MouthPose pose) {
        return pose.to() == null ? Viseme.SIL : pose.to().main();
    }

    private void speaking(MouthTiles tiles) {
        speaking(tiles, "", new LinkedHashMap<>());
    }

    /** Returns the mean size of a frame. */
    private long speaking(MouthTiles tiles, String name, Map<String, Cost> costs) {
        Samples samples = new Samples(poses.size());
        long bytes = 0;
        try (FrameComposer composer = new FrameComposer(avatar, 1, tiles)) {
            for (int i = 0; i < poses.size(); i++) {
                int frame = avatar.indexOf(i);
                MouthPose pose = poses.get(i);
                bytes += samples.time(() -> composer.compose(frame, pose)).length;
            }
        }
        costs.put(name, samples.cost());
        return bytes / poses.size();
    }

    private Cost idle() {
        long[] nanos = new long[poses.size()];
        try (FrameComposer composer = new FrameComposer(avatar, 1, new MouthTiles(0))) {
            for (int i = 0; i < nanos.length; i++) {
                long begun = System.nanoTime();
                long bytes = 0;
                for (int call = 0; call < IDLE_CALLS; call++) {
                    bytes += composer.compose(avatar.indexOf(i + call), MouthPose.NONE).length;
                }
                nanos[i] = System.nanoTime() - begun;
                if (bytes == 0) {
                    throw new IllegalStateException("Frames of no bytes");
                }
            }
        }
        return Cost.of(nanos).dividedBy(IDLE_CALLS);
    }
}
