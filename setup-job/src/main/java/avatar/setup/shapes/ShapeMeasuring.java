package avatar.setup.shapes;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import avatar.setup.shapes.ShapeTable.Entry;
import avatar.setup.shapes.ShapeTable.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measures the table of mouth shapes on talking clips with timed sounds. */
public final class ShapeMeasuring {

    /** Factor of all shapes: running speech is slurred, and an avatar should speak clearly. */
    private static final double CLEAR_SPEECH = 1.2;

    private static final int LEAST_SOUNDS = 2;

    private static final String LABELS = ".csv";

    private final Consumer<String> log;

    /** @param log receives a line for everything that was measured */
    public ShapeMeasuring(Consumer<String> log) {
        this.log = log;
    }

    /**
     * Measures the clips that are labelled and writes the table.
     *
     * @param clips folder of videos, each named as its labels
     * @param labels folder of tables of timed sounds
     * @throws AvatarException if a clip or its labels can't be read
     */
    public void write(Path clips, Path labels, Path output) {
        ShapeTable table = table(read(clips, labels));
        try {
            Files.writeString(output, table.json());
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "'%s' can't be written: %s".formatted(output, e), e);
        }
        log.accept("Mouth shapes written to " + output);
    }

    private List<TalkingClip> read(Path clips, Path labels) {
        List<TalkingClip> read = new ArrayList<>();
        for (Path label : endingIn(LABELS, labels)) {
            String name = stem(label);
            Path video = files(clips).stream()
                    .filter(file -> stem(file).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AvatarException(
                            ErrorCode.SETUP_FAILED, "'%s' has no clip '%s'".formatted(clips, name)));
            TalkingClip clip = LipReader.read(video, Sound.read(label));
            log.accept("%s: %d pictures of speech, lips moved by %.3f of the eyes' distance"
                    .formatted(name, clip.speech().size(), clip.liveliness()));
            read.add(clip);
        }
        return read;
    }

    ShapeTable table(List<TalkingClip> talkers) {
        if (talkers.isEmpty()) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "Found no labelled clips");
        }
        List<TalkingClip> clips = TalkingClip.equallyLively(talkers);
        LipContour neutral =
                LipContour.mean(clips.stream().map(TalkingClip::neutral).toList());
        List<LipContour> expected = Articulation.places().stream()
                .map(viseme -> DrawnShape.of(viseme).expected(neutral))
                .toList();
        ShapeFit fit = new ShapeFit(expected);
        clips.forEach(fit::add);
        if (clips.size() > 1) {
            log.accept("Of the movement in a clip that was left out, the shapes leave %.0f %% unexplained"
                    .formatted(100 * ShapeFit.unexplainedWhenLeftOut(clips, expected)));
        }
        return new ShapeTable(made(clips.size()), neutral, entries(neutral, fit.shapes(), clips));
    }

    private static Map<Viseme, Entry> entries(LipContour neutral, List<LipContour> shapes, List<TalkingClip> clips) {
        List<Sound> sounds =
                clips.stream().flatMap(clip -> clip.sounds().stream()).toList();
        Map<Viseme, Entry> entries = new EnumMap<>(Viseme.class);
        for (int place = 0; place < Articulation.VISEMES.size(); place++) {
            Viseme viseme = Articulation.VISEMES.get(place);
            LipContour lips = neutral.plus(shapes.get(place).times(CLEAR_SPEECH));
            LipContour whole = viseme == Viseme.M ? lips.shut() : lips.uncrossed();
            int count = Articulation.count(viseme, sounds);
            Source source = count < LEAST_SOUNDS ? Source.LITERATURE : Source.MEASURED;
            entries.put(viseme, new Entry(source, count, note(viseme, count), whole.minus(neutral)));
        }
        LipContour still = neutral.minus(neutral);
        entries.put(Viseme.SIL, new Entry(Source.MEASURED, 2 * clips.size(), "the neutral mouth", still));
        return entries;
    }

    private static String note(Viseme viseme, int sounds) {
        String seen =
                switch (sounds) {
                    case 0 -> "never said: drawn after the literature, sized like the measured shapes";
                    case 1 -> "said once: drawn after the literature, pulled towards that one sound";
                    default -> "of %d sounds".formatted(sounds);
                };
        return switch (viseme) {
            case M -> seen + "; made to shut wholly";
            case W -> seen + "; without the oo of 'blue', which these talkers hardly round";
            default -> seen;
        };
    }

    private static String made(int clips) {
        return ("setup-job shapes, of %d clips (see tools/mouth-shapes); fitted to all pictures of speech as mixtures"
                        + " of neighbouring sounds, talkers brought to one liveliness, all shapes enlarged by %s")
                .formatted(clips, CLEAR_SPEECH);
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static List<Path> endingIn(String ending, Path folder) {
        return files(folder).stream()
                .filter(file -> file.getFileName().toString().endsWith(ending))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "'%s' can't be read: %s".formatted(folder, e), e);
        }
    }
}
