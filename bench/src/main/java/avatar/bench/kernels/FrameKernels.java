package avatar.bench.kernels;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import avatar.bench.reference.WholeFrames;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Opening;
import avatar.contract.viseme.Lips;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.avatar.AvatarLoader;
import avatar.pictures.avatar.BaseFrame;
import avatar.pictures.avatar.MouthZone;
import avatar.pictures.frame.FrameComposer;
import avatar.pictures.frame.MouthPainter;
import avatar.pictures.frame.MouthPicture;
import avatar.pictures.frame.MouthPose;
import avatar.pictures.frame.MouthTiles;
import avatar.pictures.jpeg.Chroma;
import avatar.pictures.jpeg.JpegEncoder;
import avatar.pictures.jpeg.JpegFormat;
import avatar.pictures.jpeg.SegmentedJpeg;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bytedeco.opencv.opencv_core.Mat;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The steps of a speaking frame, of the first frame of an avatar with its mouth wide open; in the order in which they
 * are done.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls setUp first
public class FrameKernels {

    private static final MouthPose OPEN = new MouthPose(Lips.of(Viseme.AA), Lips.of(Viseme.AA), 1);
    private static final MouthPicture PICTURE = new MouthPicture(Viseme.AA, Opening.FULL, 1);

    /** The folder of an avatar. */
    @Param("data/avatars/default")
    public String bundle;

    private BaseFrame base;
    private MouthZone zone;
    private MouthPainter painter;
    private JpegEncoder encoder;
    private Mat painted;
    private byte[] tilesEncoded;
    private SegmentedJpeg tiles;
    private FrameComposer composer;
    private WholeFrames whole;
    private Mat decoded;

    @Setup
    public void setUp() {
        Path folder = Path.of(bundle);
        Avatar avatar = AvatarLoader.load(folder, new JpegFormat(80, Chroma.HALF));
        base = avatar.frames().getFirst();
        zone = Objects.requireNonNull(base.zone(), "the first frame shows no mouth");
        painter = new MouthPainter(avatar, 1);
        encoder = new JpegEncoder(base.jpeg().grid());
        painted = new Mat(zone.box().height(), zone.box().width(), CV_8UC3);
        painted.data().put(painter.paint(zone, PICTURE));
        tilesEncoded = encoder.encode(painted);
        tiles = parse();
        composer = new FrameComposer(avatar, 1, new MouthTiles(0));
        whole = new WholeFrames(AvatarBundle.open(folder), 80);
        decoded = whole.decode().clone();
    }

    @TearDown
    public void close() {
        decoded.close();
        whole.close();
        composer.close();
        painted.close();
        encoder.close();
        painter.close();
    }

    /** Light, place and mask. */
    @Benchmark
    public byte[] a_paint() {
        return painter.paint(zone, PICTURE);
    }

    @Benchmark
    public byte[] b_encodeTiles() {
        return encoder.encode(painted);
    }

    @Benchmark
    public SegmentedJpeg c_parse() {
        return parse();
    }

    @Benchmark
    public byte[] d_splice() {
        return base.jpeg().with(tiles, zone.box());
    }

    /** All steps above. */
    @Benchmark
    public byte[] e_speakingFrame() {
        return composer.compose(0, OPEN);
    }

    /** The encoding of a complete frame, which it replaces. */
    @Benchmark
    public byte[] f_encodeWhole() {
        return whole.encode(decoded);
    }

    private SegmentedJpeg parse() {
        return SegmentedJpeg.parse(tilesEncoded, base.jpeg().grid().part(zone.box()));
    }
}
