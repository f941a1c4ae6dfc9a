package avatar.setup.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.Opening;
import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import avatar.faces.clips.Clips;
import avatar.faces.loop.LoopMode;
import avatar.mouths.engine.EngineOptions;
import avatar.mouths.engine.MouthEngines;
import avatar.mouths.sadtalker.SadTalkerSettings;
import avatar.mouths.sadtalker.StandIns;
import avatar.sadtalker.model.ModelAdoption;
import avatar.sadtalker.pipeline.HeadMotion;
import avatar.setup.progress.Stage;
import avatar.setup.progress.Step;
import avatar.setup.report.QualityReport;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine from the video to the bundle, with networks that do little. */
class SadTalkerEngineTest {

    private static final class Killed extends RuntimeException {}

    @TempDir
    Path temporary;

    private final List<Step> steps = new ArrayList<>();
    private Path video = Path.of("");

    @BeforeEach
    void files() {
        video = Clips.write(temporary.resolve("presenter.mp4"), UnaryOperator.identity());
    }

    @Test
    void makesACompleteBundleOfRenderedMouths() throws IOException {
        new AvatarMaker(steps::add, InstantSource.system()).make(request(StandIns.write(models()), null));

        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(bundle.manifest().engine()).isEqualTo("sadtalker");
        assertThat(bundle.manifest().settings()).containsEntry("expressionScale", "1.0");
        QualityReport report =
                Json.read(Files.readAllBytes(bundle.folder().resolve(AvatarBundle.REPORT)), QualityReport.class);
        assertThat(report.patches())
                .hasSize(22)
                .allSatisfy((viseme, origin) -> assertThat(origin).isEqualTo("sadtalker"));
        assertThat(steps).extracting(Step::overall).isSorted();
        assertThat(avatars()).isDirectoryNotContaining("glob:**.rendered");
        assertThat(Stream.of(Opening.values()).map(opening -> brightness(bundle, Viseme.AA, opening)))
                .doesNotHaveDuplicates();
        assertThat(Stream.of(Opening.values())
                        .map(opening -> brightness(bundle, Viseme.SIL, opening))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void setupThatWasKilledContinuesWithThePicturesItHad() throws IOException {
        AvatarRequest request = moving(StandIns.write(models()));
        Consumer<Step> killer = step -> {
            if (step.stage() == Stage.MOUTHS && step.done() > 0.5) {
                throw new Killed();
            }
        };

        assertThatThrownBy(() -> new AvatarMaker(killer, InstantSource.system()).make(request))
                .isInstanceOf(Killed.class);

        List<Path> kept = pictures();
        assertThat(kept).isNotEmpty();
        assertThat(avatars().resolve("test")).doesNotExist();
        // What is there is taken, whatever it shows.
        for (Path picture : kept) {
            ImageIO.write(new BufferedImage(256, 256, BufferedImage.TYPE_3BYTE_BGR), "png", picture.toFile());
        }
        new AvatarMaker(steps::add, InstantSource.system()).make(request);
        AvatarBundle bundle = AvatarBundle.open(avatars().resolve("test"));
        assertThat(bundle.manifest().settings()).containsEntry("pose", "style 7, seed 2");
        QualityReport report =
                Json.read(Files.readAllBytes(bundle.folder().resolve(AvatarBundle.REPORT)), QualityReport.class);
        assertThat(report.patches()).containsValue("sadtalker, lips not found").containsValue("sadtalker");
    }

    @Test
    void missingModelsAreReportedBeforeAnythingIsDone() {
        assertRefused(request(models(), null), ErrorCode.MODEL_MISSING, "models import");
    }

    @Test
    void modelsOfAnotherSizeAreRefused() throws IOException {
        assertRefused(
                request(StandIns.write(models()), 512), ErrorCode.INVALID_OPTION, "make pictures of 256, not of 512");
    }

    @Test
    void modelsWithoutThePoseNetworkAreRefusedForAStyle() throws IOException {
        StandIns.writeFiles(models());
        Files.delete(models().resolve(StandIns.POSE));
        new ModelAdoption(models(), null).adopt(line -> {});

        assertRefused(moving(models()), ErrorCode.INVALID_OPTION, "no network 'audio2pose'");
    }

    private AvatarRequest moving(Path models) {
        return request(null, SadTalkerSettings.of(models, message -> {}).withStyle(new HeadMotion.Style(7, 2)));
    }

    private void assertRefused(AvatarRequest request, ErrorCode code, String said) {
        assertThatThrownBy(() -> new AvatarMaker(steps::add, InstantSource.system()).make(request))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(said);
        assertThat(steps).isEmpty();
        assertThat(avatars()).doesNotExist();
    }

    private List<Path> pictures() throws IOException {
        try (Stream<Path> files = Files.list(avatars().resolve(".test.rendered"))) {
            return files.filter(file -> file.toString().endsWith(".png")).toList();
        }
    }

    private static double brightness(AvatarBundle bundle, Viseme viseme, Opening opening) {
        try {
            BufferedImage patch = Objects.requireNonNull(
                    ImageIO.read(bundle.patchFile(viseme, opening).toFile()));
            long sum = 0;
            for (int y = 0; y < patch.getHeight(); y++) {
                for (int x = 0; x < patch.getWidth(); x++) {
                    sum += patch.getRGB(x, y) & 0xFF;
                }
            }
            return (double) sum / (patch.getWidth() * patch.getHeight());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private AvatarRequest request(Path models, @Nullable Integer size) {
        return request(size, SadTalkerSettings.of(models, message -> {}));
    }

    private AvatarRequest request(@Nullable Integer size, SadTalkerSettings sadTalker) {
        AvatarSettings settings = AvatarSettings.DEFAULT
                .withLoop(LoopMode.CUT)
                .withEngine(MouthEngines.of("sadtalker", new EngineOptions(size, sadTalker)));
        return new AvatarRequest(video, "test", avatars(), settings, false);
    }

    private Path models() {
        return temporary.resolve("models");
    }

    private Path avatars() {
        return temporary.resolve("avatars");
    }
}
