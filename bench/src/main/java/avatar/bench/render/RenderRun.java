package avatar.bench.render;

import avatar.bench.command.BenchException;
import avatar.bench.render.Making.Written;
import avatar.bench.scorecard.check.MouthTrack;
import avatar.bench.speech.SentenceReader;
import avatar.bench.speech.SpokenSentence;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Viseme;
import avatar.contract.viseme.VisemeTimeline;
import avatar.lips.planning.VisemePlanner;
import avatar.phonetics.speech.TimedSpeech;
import avatar.pictures.avatar.AvatarLoader;
import avatar.pictures.encoding.Render;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderMaker;
import avatar.pictures.encoding.RenderSettings;
import avatar.pictures.encoding.RenderWatcher;
import avatar.pictures.frame.MouthPose;
import avatar.pictures.jpeg.Chroma;
import avatar.pictures.jpeg.JpegFormat;
import avatar.pictures.library.LoadedAvatar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Renders a speech in both ways, on one thread each, and measures time and memory. */
final class RenderRun {

    private static final JpegFormat FORMAT = new JpegFormat(80, Chroma.HALF);

    /** The service's default. */
    private static final long MOUTH_CACHE = 64L << 20;

    /** Excludes work that is done once, as by the JIT compiler. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final AvatarBundle bundle;
    private final RenderFormat format;
    private final List<SpeechSegment> speech;

    RenderRun(AvatarBundle bundle, RenderFormat format, String voice, Duration length) {
        this.bundle = bundle;
        this.format = format;
        this.speech = speech(voice, length);
    }

    RenderReport report() {
        try {
            Path folder = Files.createTempDirectory("bench-render");
            Path file = folder.resolve("render." + format.extension());
            try {
                whole(file, speechOf(WARM_UP));
                Making whole = whole(file, speech);
                composed(file, speechOf(WARM_UP));
                Making composed = composed(file, speech);
                return new RenderReport(
                        bundle.manifest().id(),
                        "%d x %d"
                                .formatted(
                                        bundle.manifest().width(),
                                        bundle.manifest().height()),
                        format.extension(),
                        whole,
                        composed);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new BenchException("The render can't be written: %s".formatted(e), e);
        }
    }

    private Making whole(Path file, List<SpeechSegment> said) {
        return Making.of(new WholeRender(bundle, visemes(said), file));
    }

    /** The time includes loading the avatar, which a short render pays for, too. */
    private Making composed(Path file, List<SpeechSegment> said) {
        return Making.of(() -> {
            try (LoadedAvatar pictures = new LoadedAvatar(AvatarLoader.load(bundle.folder(), FORMAT), 1, MOUTH_CACHE)) {
                RenderSettings settings = new RenderSettings(format, null, null, Duration.ZERO, Duration.ZERO);
                Render render = RenderMaker.make(pictures, said.iterator(), settings, file, RenderWatcher.NONE);
                return new Written(render.duration().toNanos() / 1e9, render.bytes());
            }
        });
    }

    private List<Viseme> visemes(List<SpeechSegment> said) {
        return said.stream()
                .flatMap(segment ->
                        MouthTrack.poses(segment.timeline(), bundle.manifest().fps(), 0).stream())
                .map(RenderRun::viseme)
                .toList();
    }

    private static Viseme viseme(MouthPose pose) {
        return pose.to() == null ? Viseme.SIL : pose.to().main();
    }

    private List<SpeechSegment> speechOf(Duration length) {
        List<SpeechSegment> part = new ArrayList<>();
        Duration said = Duration.ZERO;
        for (SpeechSegment segment : speech) {
            if (said.compareTo(length) < 0) {
                part.add(segment);
                said = said.plus(segment.duration());
            }
        }
        return ended(part);
    }

    /** The sentences of the scorecard one after another. */
    private static List<SpeechSegment> speech(String voice, Duration length) {
        List<SpeechSegment> segments = new ArrayList<>();
        try (SentenceReader reader = new SentenceReader(voice, 1)) {
            List<String> sentences = SentenceReader.sentences();
            Duration said = Duration.ZERO;
            for (int i = 0; said.compareTo(length) < 0; i++) {
                String text = sentences.get(i % sentences.size());
                SpeechSegment segment = segment(i, text, reader.say(text));
                segments.add(segment);
                said = said.plus(segment.duration());
            }
        }
        return ended(segments);
    }

    private static SpeechSegment segment(int index, String text, TimedSpeech speech) {
        VisemeTimeline timeline =
                VisemePlanner.plan(SpokenSentence.of(text, speech).request());
        int samples =
                Math.toIntExact(Math.ceilDiv(timeline.duration().toNanos() * speech.sampleRateHz(), 1_000_000_000L));
        ByteBuffer sound = ByteBuffer.allocate(samples * Short.BYTES).put(speech.audio());
        return new SpeechSegment(
                SpeechSegment.SCHEMA_VERSION,
                "bench",
                "bench",
                SpeechMode.ENQUEUE,
                index,
                false,
                "bench",
                text,
                Instant.EPOCH,
                speech.sampleRateHz(),
                timeline,
                sound.rewind());
    }

    private static List<SpeechSegment> ended(List<SpeechSegment> segments) {
        SpeechSegment last = segments.removeLast();
        segments.add(new SpeechSegment(
                last.schemaVersion(),
                last.utteranceId(),
                last.channel(),
                last.mode(),
                last.index(),
                true,
                last.voice(),
                last.text(),
                last.requestedAt(),
                last.sampleRateHz(),
                last.timeline(),
                last.audio()));
        return segments;
    }
}
