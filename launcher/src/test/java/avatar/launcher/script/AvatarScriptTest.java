package avatar.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands and old options of the script {@code avatar}. */
class AvatarScriptTest extends ScriptRepository {

    @Test
    void refusesAnUnknownCommand() throws Exception {
        Run run = avatar("dance");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output())
                .startsWith("avatar: unknown command 'dance'; expected one of these\nUsage: avatar COMMAND");
    }

    @Test
    void buildsOnceAndAgainWhenASourceChangesOrGoes() throws Exception {
        Path source = Files.writeString(root.resolve("web-ui/src/main/Page.java"), "");
        FileTime past = FileTime.from(Instant.now().minusSeconds(5));
        FileTime future = FileTime.from(Instant.now().plusSeconds(5));

        assertThat(avatar("build").output()).contains("mvn -B -q -Dmaven.test.skip=true package");
        assertThat(avatar("build").output()).doesNotContain("mvn");

        Files.setLastModifiedTime(source, future);
        assertThat(avatar("build").output()).contains("mvn");
        Files.setLastModifiedTime(source, past);
        assertThat(avatar("build").output()).doesNotContain("mvn");

        Files.delete(source);
        assertThat(avatar("build").output()).contains("mvn");

        Files.writeString(root.resolve(".mvn/maven.config"), "-Dx=y");
        assertThat(avatar("build").output()).contains("mvn");
    }

    @Test
    void startsTheLauncherOfItsRepositoryFromElsewhereAndThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("repository/avatar"));

        Run run = run(folder, List.of(link.toString(), "up", "--video", "my face.mp4"));

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.output())
                .endsWith(
                        "java in %s: -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -Davatar.root=%s -cp %s avatar.launcher.Main up --video my face.mp4\n"
                                .formatted(
                                        folder,
                                        root,
                                        root + "/launcher/target/launcher-1.0.0-SNAPSHOT.jar:" + root
                                                + "/launcher/target/lib/*"));
    }

    @Test
    void startsTheLauncherWithItsCacheUnlessThatIsOldOrUnwanted() throws Exception {
        avatar("build");
        Path cache = root.resolve("launcher/target/launcher.aot");
        Files.createFile(cache);
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(avatar("up").output()).contains("-XX:AOTCache=" + cache + " -Xlog:aot*=off -Xlog:cds*=off ");
        assertThat(avatar("up", "--no-aot").output()).doesNotContain("AOTCache");
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().minusSeconds(60)));
        assertThat(avatar("up").output()).doesNotContain("AOTCache");
        assertThat(avatar("train").output()).contains("-XX:AOTCacheOutput=" + cache + ".new ");
    }

    @Test
    void measuresWithTheBenchOfItsRepository() throws Exception {
        assertThat(avatar("bench", "scorecard", "--voice", "flite-rms").output())
                .endsWith(
                        "-cp %1$s/bench/target/bench-1.0.0-SNAPSHOT.jar:%1$s/bench/target/lib/* avatar.bench.Main scorecard --voice flite-rms\n"
                                .formatted(root));
        assertThat(avatar("bench").output()).endsWith("avatar.bench.Main\n");
    }

    @Test
    void saysWithTheCommandLineOfItsRepository() throws Exception {
        assertThat(avatar("say", "Hello there.", "--voice", "flite-rms").output())
                .endsWith(
                        "-cp %1$s/cli/target/cli-1.0.0-SNAPSHOT.jar:%1$s/cli/target/lib/* avatar.cli.Main say Hello there. --voice flite-rms\n"
                                .formatted(root));
        assertThat(avatar("render", "x", "--output", "y.mp4").output())
                .endsWith("avatar.cli.Main render x --output y.mp4\n");
        assertThat(avatar("voices").output()).endsWith("avatar.cli.Main voices\n");
        assertThat(avatar("avatars", "--json").output()).endsWith("avatar.cli.Main avatars --json\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
                    --setup --video v.mp4 --frame -1 --size 256  > quarkus-run.jar make --video=v.mp4 --frame=-1 --size=256 --avatars %1$s/data/avatars --models %1$s/data/models/sadtalker
                    --video=v.mp4 --setup                        > quarkus-run.jar make --video=v.mp4 --avatars %1$s/data/avatars --models %1$s/data/models/sadtalker
                    --setup                                      > quarkus-run.jar default --avatars %s/data/avatars
                    --text Hi --voice flite-slt --save out.mp4   > avatar.cli.Main say --text=Hi --voice=flite-slt --save=out.mp4
                    --video v.mp4 --size 256 --text=- --save o.mp4 > avatar.cli.Main say --video=v.mp4 --size=256 --text=- --save=o.mp4
                    --setup --video v.mp4 --text Hi --save o.mp4 > avatar.cli.Main say --video=v.mp4 --text=Hi --save=o.mp4
                    --ui --video v.mp4                           > avatar.launcher.Main up --video=v.mp4
                    --ui                                         > avatar.launcher.Main up
                    """)
    void understandsTheOptionsOfTheFirstLiveAvatar(String old, String expected) throws Exception {
        assertThat(avatar(old.split(" +")).output()).endsWith(expected.formatted(root) + "\n");
    }

    @Test
    void saysWhichOldOptionIsInvalid() throws Exception {
        String expected = "expected a command, or one of --setup, --ui and --text TEXT; 'avatar help' lists them\n";
        assertThat(avatar("--ui", "--voice", "bob").output())
                .startsWith("avatar: ignoring --voice: 'up' has no such option\n")
                .endsWith("avatar.launcher.Main up\n");
        assertThat(avatar("--setup", "--dance")).isEqualTo(new Run(2, "avatar: unknown option '--dance', " + expected));
        assertThat(avatar("--setup", "--video")).isEqualTo(new Run(2, "avatar: expected a value after --video\n"));
        assertThat(avatar("--video", "v.mp4")).isEqualTo(new Run(2, "avatar: found no command, " + expected));
    }

    @Test
    void helpIsOneScreen() throws Exception {
        Run run = avatar("help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output().lines()).hasSizeLessThan(25).allMatch(line -> line.length() <= 120);
    }

    @Test
    void passesTheExitCodeOfTheTestsOn() throws Exception {
        for (String name : List.of("chromium", "chromedriver", "curl", "ffmpeg", "kcat")) {
            tool(name, "");
        }
        tool("mvn", "echo mvn \"$@\"; exit 3");

        Run run = avatar("test", "-Dtest=X");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output()).endsWith("mvn -B clean verify -Dtest=X\n");
    }

    @Test
    void installsMissingPackagesAfterUpdatingTheLists() throws Exception {
        tool("fc-list", "");
        tool(
                "apt-get",
                "echo \"$@\" >> %1$s/apt; case $1 in update) touch %1$s/updated ;; *) test -e %1$s/updated ;; esac"
                        .formatted(folder));

        Run run = avatar("build");

        assertThat(run.output())
                .containsPattern(
                        "avatar: installing the system packages .*fontconfig fonts-dejavu-core \navatar: building");
        assertThat(Files.readAllLines(folder.resolve("apt")))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("install ").endsWith(" fontconfig fonts-dejavu-core"),
                        second -> assertThat(second).isEqualTo("update -q"),
                        third -> assertThat(third).startsWith("install ").endsWith(" fontconfig fonts-dejavu-core"));
    }

    @Test
    void namesThePackagesThatCannotBeInstalled() throws Exception {
        tool("fc-list", "");
        tool("apt-get", "echo no network; exit 1");

        Run run = avatar("build");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .contains("no network\n")
                .containsPattern("avatar: these packages could not be installed: .*fontconfig fonts-dejavu-core \n$");
    }

    @Test
    void skipsAJdkThatIsTooOld() throws Exception {
        jdk("jdk", "21.0.5");
        jdk("other", "26");
        tool("java", "echo '    java.home = %s' >&2".formatted(folder.resolve("other")));

        Run run = avatar("up");

        assertThat(run.output()).contains("java in ");
    }

    @Test
    void isCleanToShellcheck() throws Exception {
        Assumptions.assumeTrue(
                run(folder, List.of("/bin/sh", "-c", "command -v shellcheck")).exitCode() == 0, "shellcheck is absent");

        Run run = run(PROJECT, List.of("shellcheck", "avatar", ".ci/run"));

        assertThat(run.output()).isEmpty();
    }
}
