package avatar.pictures.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Avatars;
import avatar.pictures.fixtures.ComposedPictures;
import avatar.pictures.fixtures.Scene;
import avatar.pictures.fixtures.Tones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk that is full: a process that may not write so large a file sees the same. */
class FullDiskTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(RenderFormat.class)
    void fileThatDoesNotFitIsAFailureAndLeavesNothing(RenderFormat format) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to limit the size of files");

        String said = run(8, format);

        assertThat(said).contains("RENDER_FAILED: ").contains("can't be written");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void fileThatFitsIsWritten() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to limit the size of files");

        assertThat(run(100_000, RenderFormat.MP4)).contains("WRITTEN");
    }

    private String run(int blocks, RenderFormat format) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f %d && exec \"$0\" \"$@\"".formatted(blocks),
                        java.toString(),
                        "-XX:-UsePerfData",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        folder.resolve("render." + format.extension()).toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Makes a render, and prints the outcome. */
    static final class Main {

        private Main() {}

        public static void main(String[] args) {
            Path file = Path.of(args[0]);
            RenderFormat format = RenderFormat.named(args[0].substring(args[0].lastIndexOf('.') + 1))
                    .orElseThrow();
            try (ComposedPictures pictures = new ComposedPictures(Avatars.of(Scene.of(320, 240, 10), 25))) {
                RenderMaker.make(
                        pictures,
                        List.of(Tones.segment(0, true, 16_000, 500, Viseme.K, Viseme.M, Viseme.AA, Viseme.OH))
                                .iterator(),
                        RenderSettings.of(format),
                        file,
                        RenderWatcher.NONE);
                System.out.println("WRITTEN");
            } catch (AvatarException e) {
                System.out.println(e.code() + ": " + e.getMessage());
            }
        }
    }
}
