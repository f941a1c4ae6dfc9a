package avatar.pictures.encoding;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import avatar.contract.bundle.PixelBox;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Viseme;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.ComposedPictures;
import avatar.pictures.fixtures.DecodedRender;
import avatar.pictures.fixtures.Pictures;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.fixtures.Tones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Renders, decoded again by FFmpeg. */
class RenderMakerTest {

    private static final Scene SCENE = Scene.of(320, 240, 10);
    private static final Viseme OPEN = Viseme.K;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(RenderFormat.class)
    void soundAndPictureAreInTime(RenderFormat format) {
        Render render = make(
                RenderSettings.of(format),
                List.of(
                        Tones.segment(0, false, 16_000, 500, OPEN, Viseme.M, OPEN),
                        Tones.segment(1, true, 16_000, 500, Viseme.M, OPEN)));

        DecodedRender decoded = DecodedRender.read(render.file());
        // 0.4 s, five times half a second, 0.6 s, at 25 frames a second.
        assertThat(decoded.pictures()).hasSize(88).hasSize((int) render.frames());
        assertThat(render.duration()).isEqualTo(ofMillis(3_520));
        assertThat(decoded.seconds()).isCloseTo(3.5, within(0.04));
        assertThat(decoded.pictureSeconds().getFirst()).isCloseTo(0, within(0.002));
        assertThat(decoded.pictureSeconds().getLast()).isCloseTo(87 / 25.0, within(0.002));
        assertThat(decoded.firstSound(3_000)).isCloseTo(0.4, within(0.002));
        assertThat(decoded.rateHz()).isEqualTo(48_000);
    }

    @ParameterizedTest
    @EnumSource(RenderFormat.class)
    void mouthIsOpenWhileItIsHeard(RenderFormat format) {
        Viseme[] words = {OPEN, Viseme.M, Viseme.M, OPEN, OPEN, Viseme.M, OPEN, Viseme.M, OPEN, Viseme.M};
        DecodedRender decoded =
                DecodedRender.read(make(RenderSettings.of(format), List.of(Tones.segment(0, true, 22_050, 240, words)))
                        .file());

        int mistakes = 0;
        for (int frame = 0; frame < decoded.pictures().size(); frame++) {
            double middle = (frame + 0.5) / 25 - 0.4;
            int word = (int) Math.floor(middle / 0.24);
            boolean isSpeech = word >= 0 && word < words.length;
            boolean isOpen = isSpeech && words[word] == OPEN;
            // Lips move for 40 ms, a frame: in its middle those that open are seen open, but not yet where they come
            // from nowhere.
            boolean isMoving = middle - word * 0.24 < 0.04 && (word == 0 || !isOpen);
            if (isSpeech && !isMoving && isOpen(decoded, frame) != isOpen) {
                mistakes++;
            }
            boolean isHeard = level(decoded, (frame + 0.5) / 25) > 3_000;
            assertThat(isHeard).as("sound at frame %d", frame).isEqualTo(isOpen);
        }
        assertThat(mistakes).isZero();
    }

    @Test
    void pictureIsThatOfTheLiveStream() {
        DecodedRender decoded = DecodedRender.read(
                make(RenderSettings.of(RenderFormat.MP4), List.of(Tones.segment(0, true, 16_000, 400, OPEN)))
                        .file());

        try (ComposedPictures live = new ComposedPictures(avatar(SCENE))) {
            byte[] jpeg = live.avatar().frames().get(3).jpeg().bytes();
            byte[] pixels = Pictures.decode(jpeg);
            double[] shift = new double[3];
            double error = 0;
            for (int i = 0; i < pixels.length; i++) {
                int difference = (decoded.pictures().get(3)[i] & 0xFF) - (pixels[i] & 0xFF);
                shift[i % 3] += difference * 3.0 / pixels.length;
                error += Math.abs(difference) / (double) pixels.length;
            }
            assertThat(shift).satisfies(means -> {
                for (double mean : means) {
                    // JavaCV's fast conversion alone is off by up to two; a wrong range or matrix by ten.
                    assertThat(mean).isCloseTo(0, within(3.0));
                }
            });
            assertThat(error).isLessThan(5);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, 321, 241, , 320, 240",
        "WEBM, 321, 241, , 320, 240",
        "MP4, 320, 240, 100, 100, 76",
        "MP4, 322, 182, 160, 160, 90"
    })
    void sizeIsEvenAndInProportion(
            RenderFormat format, int width, int height, Integer wanted, int renderWidth, int renderHeight) {
        RenderSettings settings = new RenderSettings(format, null, wanted, Duration.ZERO, Duration.ZERO);

        Render render = make(Scene.of(width, height, 4), settings, List.of(Tones.segment(0, true, 16_000, 200, OPEN)));

        DecodedRender decoded = DecodedRender.read(render.file());
        assertThat(decoded.width()).isEqualTo(renderWidth);
        assertThat(decoded.height()).isEqualTo(renderHeight);
        assertThat(decoded.pictures()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"12.5, 44", "29.97, 105", "50, 175"})
    void otherRateShowsTheSameTime(double fps, int frames) {
        RenderSettings settings = new RenderSettings(
                RenderFormat.MP4, fps, null, RenderSettings.DEFAULT_LEAD_IN, RenderSettings.DEFAULT_LEAD_OUT);

        DecodedRender decoded = DecodedRender.read(
                make(settings, List.of(Tones.segment(0, true, 24_000, 500, OPEN, Viseme.M, OPEN, Viseme.M, Viseme.M)))
                        .file());

        assertThat(decoded.pictures()).hasSize(frames);
        assertThat(decoded.seconds()).isCloseTo(3.5, within(1 / fps));
        assertThat(isOpen(decoded, (int) (0.65 * fps))).isTrue();
        assertThat(isOpen(decoded, (int) (1.15 * fps))).isFalse();
        assertThat(isOpen(decoded, (int) (1.65 * fps))).isTrue();
    }

    @Test
    void anotherVoiceInTheMiddleIsHeardInTime() {
        DecodedRender decoded = DecodedRender.read(make(
                        RenderSettings.of(RenderFormat.MP4),
                        List.of(
                                Tones.segment(0, false, 24_000, 500, OPEN, Viseme.M),
                                Tones.segment(1, true, 16_000, 500, OPEN, Viseme.M)))
                .file());

        assertThat(level(decoded, 0.39)).isLessThan(500);
        assertThat(level(decoded, 0.41)).isGreaterThan(8_000);
        assertThat(level(decoded, 1.39)).isLessThan(500);
        assertThat(level(decoded, 1.41)).isGreaterThan(8_000);
        assertThat(level(decoded, 1.91)).isLessThan(500);
    }

    @Test
    void segmentsAreTakenWhenTheirFramesAreMade() {
        List<Long> asked = new ArrayList<>();
        long[] written = {0};
        Iterator<SpeechSegment> speech = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public SpeechSegment next() {
                asked.add(written[0]);
                return Tones.segment(asked.size() - 1, asked.size() == 4, 16_000, 500, OPEN, Viseme.M);
            }
        };

        make(SCENE, RenderSettings.of(RenderFormat.MP4), speech, progress -> {
            written[0] = progress.frames();
            return true;
        });

        assertThat(asked).containsExactly(10L, 35L, 60L, 85L);
    }

    @Test
    void progressCountsTheTextThatWasSaid() {
        List<Double> said = new ArrayList<>();

        make(
                SCENE,
                RenderSettings.of(RenderFormat.MP4),
                List.of(Tones.segment(0, false, 16_000, 500, OPEN), Tones.segment(1, true, 16_000, 500, OPEN))
                        .iterator(),
                progress -> said.add(progress.characters()));

        assertThat(said).isSorted();
        assertThat(said.getFirst()).isZero();
        assertThat(said.getLast()).isEqualTo(8);
    }

    @Test
    void cancelledRenderLeavesNothing() {
        assertThatThrownBy(() -> make(
                        SCENE,
                        RenderSettings.of(RenderFormat.MP4),
                        List.of(Tones.segment(0, true, 16_000, 500, OPEN)).iterator(),
                        progress -> progress.frames() < 5))
                .isInstanceOf(CancellationException.class);

        assertThat(files()).isEmpty();
    }

    @Test
    void speechThatBreaksOffIsNoShortRender() {
        assertThatThrownBy(() ->
                        make(RenderSettings.of(RenderFormat.MP4), List.of(Tones.segment(0, false, 16_000, 500, OPEN))))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SYNTHESIS_FAILED))
                .hasMessage("The speech broke off after 0.9 s");

        assertThat(files()).isEmpty();
    }

    @Test
    void missingFolderIsReported() {
        folder = folder.resolve("missing");

        assertThatThrownBy(() ->
                        make(RenderSettings.of(RenderFormat.MP4), List.of(Tones.segment(0, true, 16_000, 500, OPEN))))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RENDER_FAILED))
                .hasMessageContaining("missing");
    }

    @Test
    void widerThanTheAvatarIsRefused() {
        RenderSettings settings = new RenderSettings(RenderFormat.MP4, null, 640, Duration.ZERO, Duration.ZERO);

        assertThatThrownBy(() -> make(settings, List.of(Tones.segment(0, true, 16_000, 500, OPEN))))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_RENDER))
                .hasMessage("Expected a width of at most 320, the avatar's own, found 640");
    }

    private Render make(RenderSettings settings, List<SpeechSegment> speech) {
        return make(SCENE, settings, speech);
    }

    private Render make(Scene scene, RenderSettings settings, List<SpeechSegment> speech) {
        return make(scene, settings, speech.iterator(), RenderWatcher.NONE);
    }

    private Render make(Scene scene, RenderSettings settings, Iterator<SpeechSegment> speech, RenderWatcher watcher) {
        try (ComposedPictures pictures = new ComposedPictures(avatar(scene))) {
            Path file = folder.resolve("render." + settings.format().extension());
            return RenderMaker.make(pictures, speech, settings, file, watcher);
        }
    }

    private static Avatar avatar(Scene scene) {
        return Avatars.of(scene, 25);
    }

    /** The widest patch of the scene is blue where the shut one and the base video are not. */
    private static boolean isOpen(DecodedRender decoded, int frame) {
        PixelBox box = SCENE.mouthBox();
        int x = box.x() + box.width() / 2;
        int y = box.y() + box.height() / 2;
        int at = (y * decoded.width() + x) * 3;
        byte[] pixels = decoded.pictures().get(frame);
        int blue = pixels[at] & 0xFF;
        int green = pixels[at + 1] & 0xFF;
        return blue > 150 && green < 140;
    }

    private static int level(DecodedRender decoded, double seconds) {
        int from = (int) (seconds * decoded.rateHz()) - 240;
        int most = 0;
        for (int sample = Math.max(0, from); sample < Math.min(decoded.samples().length, from + 480); sample++) {
            most = Math.max(most, Math.abs(decoded.samples()[sample]));
        }
        return most;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
