package avatar.contract.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.Viseme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LipShapesTest {

    @TempDir
    Path folder;

    @Test
    void visemesAreKnownByTheirLabels() {
        byte[] json = Json.write(lipsWith(Viseme.AA, List.of(List.of(0.0, -0.25), List.of(0.5, 1.0))));

        assertThat(new String(json, StandardCharsets.UTF_8)).contains("\"Aa\":[[0.0,-0.25],[0.5,1.0]]");
        assertThat(Json.read(json, LipShapes.class).moves(Viseme.AA)).containsExactly(0, -0.25, 0.5, 1);
    }

    @Test
    void bundleHasTheLipsOfEveryViseme() throws IOException {
        LipShapes lips = lipsWith(Viseme.AA, List.of(List.of(0.0, -0.25), List.of(0.5, 1.0)));
        writeLips(Json.write(lips));

        assertThat(bundle().lips()).isEqualTo(lips);
    }

    @Test
    void bundleWithoutLipsIsRefused() {
        assertThatThrownBy(() -> bundle().lips())
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BUNDLE))
                .hasMessageEndingWith("lips.json is missing");
    }

    @Test
    void lipsOfAnotherVersionAreRefused() throws IOException {
        writeLips(Json.write(new LipShapes(2, some())));

        assertThatThrownBy(() -> bundle().lips())
                .isInstanceOf(AvatarException.class)
                .hasMessageEndingWith("lips.json is of version 2; this program reads 1");
    }

    @Test
    void lipsThatLackAVisemeAreRefused() throws IOException {
        String whole = new String(Json.write(new LipShapes(1, some())), StandardCharsets.UTF_8);
        writeLips(whole.replaceFirst("\"Sil\":\\[\\[.*?]]", "\"Aa\":[[0,0],[0,0]]")
                .getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> bundle().lips())
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BUNDLE))
                .hasMessageContaining("lips.json can't be read")
                .hasMessageContaining("The lips of Sil have no points");
    }

    @Test
    void everyVisemeMustHaveTheSamePoints() {
        assertThatThrownBy(() -> lipsWith(Viseme.OH, List.of(List.of(0.0, 0.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The lips of Oh have 1 points, others have 2");
    }

    @Test
    void pointMustBeTwoNumbers() {
        for (List<Double> noPoint : List.of(
                List.of(0.1),
                List.of(0.1, Double.NaN),
                List.of(Double.POSITIVE_INFINITY, 0.1),
                Arrays.asList(0.1, null))) {
            assertThatThrownBy(() -> lipsWith(Viseme.OH, List.of(List.of(0.0, 0.0), noPoint)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The lips of Oh have %s instead of a point", noPoint);
        }
    }

    private static LipShapes lipsWith(Viseme viseme, List<List<Double>> moves) {
        Map<Viseme, List<List<Double>>> all = some();
        all.put(viseme, moves);
        return new LipShapes(LipShapes.VERSION, all);
    }

    /** Two points for every viseme. */
    private static Map<Viseme, List<List<Double>>> some() {
        Map<Viseme, List<List<Double>>> all = new EnumMap<>(Viseme.class);
        for (Viseme viseme : Viseme.values()) {
            all.put(viseme, List.of(List.of(0.0, 0.0), List.of(0.0, 0.1)));
        }
        return all;
    }

    private void writeLips(byte[] json) throws IOException {
        Files.createDirectories(folder.resolve("visemes"));
        Files.write(folder.resolve(AvatarBundle.LIPS), json);
    }

    private AvatarBundle bundle() {
        Box box = new Box(0, 0, 1, 1);
        var source = new AvatarManifest.Source("a.mp4", "00");
        return new AvatarBundle(
                folder,
                new AvatarManifest(1, "test", source, 100, 100, 30, 1, 0, "warp", Map.of(), box, box, Map.of()));
    }
}
