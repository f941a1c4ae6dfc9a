package avatar.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code avatar} in a small repository, with a JDK, a Maven and system packages that only write down their arguments. */
class AvatarScriptTest {

    private static final Path PROJECT = Path.of(System.getProperty("avatar.root"));
    private static final List<String> MODULES =
            List.of("setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui");

    @TempDir
    Path folder;

    private Path root;

    @BeforeEach
    void buildRepository() throws IOException {
        root = Files.createDirectories(folder.resolve("repository"));
        executable(root.resolve("avatar"), Files.readString(PROJECT.resolve("avatar")));
        Files.writeString(root.resolve("pom.xml"), "");
        Files.createDirectories(root.resolve(".mvn"));
        for (String module : MODULES) {
            Files.createDirectories(root.resolve(module).resolve("src/main"));
            Files.writeString(root.resolve(module).resolve("pom.xml"), "");
        }
        Files.createDirectories(root.resolve("launcher/src/main"));
        jdk("jdk", "25.0.1");
        String makeJars =
                "for m in %s; do mkdir -p $m/target/quarkus-app; touch $m/target/quarkus-app/quarkus-run.jar; done"
                        .formatted(String.join(" ", MODULES));
        tool(
                "mvn",
                "echo mvn \"$@\"; %s; mkdir -p launcher/target; touch launcher/target/launcher-1.0.0-SNAPSHOT.jar"
                        .formatted(makeJars));
        tool("fc-list", "echo Sans");
        // Nothing of this may change the machine, whatever it lacks.
        tool("apt-get", "");
        tool("sudo", "shift; exec \"$@\"");
    }

    @Test
    void knowsNoOtherCommands() throws Exception {
        Run run = avatar("dance");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).startsWith("avatar: there is no command 'dance'\nUsage: avatar COMMAND");
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
    void saysWhatIsWrongWithOldOptions() throws Exception {
        assertThat(avatar("--ui", "--voice", "bob").output())
                .startsWith("avatar: --voice says nothing to 'up'; it is left out\n")
                .endsWith("avatar.launcher.Main up\n");
        assertThat(avatar("--setup", "--dance")).isEqualTo(new Run(2, "avatar: there is no option '--dance'\n"));
        assertThat(avatar("--setup", "--video")).isEqualTo(new Run(2, "avatar: expected a value after --video\n"));
        assertThat(avatar("--video", "v.mp4"))
                .isEqualTo(new Run(2, "avatar: expected a command, or one of --setup, --ui and --text TEXT\n"));
    }

    @Test
    void examinesTheMachineWithoutAJdkAndWithoutABuildAndInstallsNothing() throws Exception {
        tool("fc-list", "");
        tool("apt-get", "touch %s/apt".formatted(folder));
        // A machine without the JDKs that this one has.
        String elsewhere = Files.readString(PROJECT.resolve("avatar")).replace("/usr/lib/jvm/*", folder + "/none/*");
        executable(root.resolve("avatar"), elsewhere.replace("/opt/*", ""));
        tool("java", "exit 1");
        Files.delete(folder.resolve("jdk/bin/javac"));

        Run run = avatar("doctor");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.output())
                .containsPattern(
                        "missing  font +absent; for the names on an avatar's preview\n +-> apt-get install fontconfig")
                .containsPattern("missing  JDK +none of version 25 or newer\n +-> install one")
                .containsPattern("note     build +never done\n +-> ./avatar build");
        assertThat(folder.resolve("apt")).doesNotExist();
    }

    @Test
    void examinesAsJsonWithWhatJavaTells() throws Exception {
        tool("fc-list", "");
        Files.createDirectories(root.resolve("cli/target"));
        Files.createFile(root.resolve("cli/target/cli-1.0.0-SNAPSHOT.jar"));
        executable(
                folder.resolve("jdk/bin/java"),
                "#!/bin/sh\nprintf 'note\\tport 8080\\ta \"quoted\" C:\\\\x\\tend it\\nok\\ttold\\t%s\\t\\n' \"$*\"\n");

        Run run = avatar("doctor", "--json", "--data", "my data");
        List<Object> findings = List.of(Json.read(run.output().getBytes(StandardCharsets.UTF_8), Object[].class));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(findings)
                .contains(Map.of("state", "note", "what", "port 8080", "found", "a \"quoted\" C:\\x", "todo", "end it"))
                .anySatisfy(finding -> assertThat(finding.toString())
                        .contains("what=told", "avatar.cli.Main findings --data my data", "todo=null"))
                .anySatisfy(finding -> assertThat(finding.toString()).contains("state=missing, what=font"));
    }

    @Test
    void helpIsOneScreen() throws Exception {
        Run run = avatar("help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output().lines()).hasSizeLessThan(25).allMatch(line -> line.length() <= 120);
    }

    @Test
    void makesTheDefaultAvatarWhenSetupIsToldNothing() throws Exception {
        assertThat(avatar("setup").output())
                .endsWith("quarkus-run.jar default --avatars %s/data/avatars\n".formatted(root));
    }

    @Test
    void makesAnAvatarOfTheVideoThatSetupIsTold() throws Exception {
        assertThat(avatar("setup", "--video", "a.mp4").output())
                .endsWith(
                        "quarkus-run.jar make --video a.mp4 --avatars %1$s/data/avatars --models %1$s/data/models/sadtalker\n"
                                .formatted(root));
        assertThat(avatar("setup", "make", "--avatars", "x", "--models", "y", "--video", "a.mp4")
                        .output())
                .endsWith("quarkus-run.jar make --avatars x --models y --video a.mp4\n");
        assertThat(avatar("models", "adopt").output())
                .endsWith("quarkus-run.jar models adopt --models %s/data/models/sadtalker\n".formatted(root));
        assertThat(avatar("models", "time", "-n", "3").output())
                .endsWith("quarkus-run.jar models time -n 3 --models %s/data/models/sadtalker\n".formatted(root));
        assertThat(avatar("presenter", "--output", "p.mp4").output())
                .endsWith("quarkus-run.jar presenter --output p.mp4\n");
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
    void installsWhatIsMissingAfterReadingTheListsAnew() throws Exception {
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
    void passesOverAJdkThatIsTooOld() throws Exception {
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

    private Run avatar(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./avatar"));
        command.addAll(List.of(arguments));
        return run(root, command);
    }

    private Run run(Path workingFolder, List<String> command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), output);
    }

    private void jdk(String home, String version) throws IOException {
        Files.createDirectories(folder.resolve(home).resolve("bin"));
        Files.writeString(
                folder.resolve(home).resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        executable(folder.resolve(home).resolve("bin/java"), "#!/bin/sh\necho java in \"$PWD\": \"$@\"\nexit 5\n");
        executable(folder.resolve(home).resolve("bin/javac"), "#!/bin/sh\n");
    }

    private void tool(String name, String script) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        executable(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int exitCode, String output) {}
}
