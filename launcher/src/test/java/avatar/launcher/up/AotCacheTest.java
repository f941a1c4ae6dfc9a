package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir
    Path root;

    private Installation installation;
    private AotCache cache;

    @BeforeEach
    void build() throws IOException {
        StandInInstallation.in(root);
        installation = new Installation(root);
        Path jar = installation.jar("web-ui");
        cache = new AotCache(jar.resolveSibling("app.aot"), jar);
    }

    @Test
    void isUsedInSilenceWhenItIsYoungerThanItsProgram() throws IOException {
        Files.createFile(cache.file());

        assertThat(commandOf("web-ui"))
                .contains(
                        "-XX:AOTCache=" + cache.file(),
                        "-XX:CompileThresholdScaling=5",
                        "-Xlog:aot*=off",
                        "-Xlog:cds*=off");
        assertThat(commandOf("tts-service")).noneMatch(option -> option.startsWith("-XX:AOT"));
    }

    @Test
    void isNotUsedWhenItIsAbsentOrOlderThanItsProgram() throws IOException {
        assertThat(commandOf("web-ui")).noneMatch(option -> option.contains("aot"));

        Files.createFile(cache.file());
        Files.setLastModifiedTime(cache.program(), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(commandOf("web-ui")).noneMatch(option -> option.contains("aot"));
    }

    @Test
    void isReplacedOnlyByOneThatWasMade() throws IOException {
        Files.writeString(cache.file(), "old");
        assertThat(cache.keep()).isFalse();
        assertThat(cache.file()).hasContent("old");

        Files.writeString(cache.file().resolveSibling("app.aot.new"), "new");

        assertThat(installation.with(AotMode.MAKE).java("web-ui", List.of(), List.of()))
                .contains("-XX:AOTCacheOutput=" + cache.file() + ".new");
        assertThat(cache.keep()).isTrue();
        assertThat(cache.file()).hasContent("new");
    }

    private List<String> commandOf(String module) {
        return installation.java(module, List.of(), List.of());
    }
}
