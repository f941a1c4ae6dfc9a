package avatar.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code avatar} in a small repository, with a JDK, a Maven and package tools that only record their
 * arguments.
 */
abstract class ScriptRepository {

    static final Path PROJECT = Path.of(System.getProperty("avatar.root"));
    private static final List<String> MODULES =
            List.of("setup-job", "tts-service", "viseme-service", "compositor-service", "web-ui");

    @TempDir
    Path folder;

    Path root;

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
        Files.createDirectories(root.resolve("libs/speech/src/main"));
        Files.writeString(root.resolve("libs/speech/pom.xml"), "");
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

    final Run avatar(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("./avatar"));
        command.addAll(List.of(arguments));
        return run(root, command);
    }

    final Run run(Path workingFolder, List<String> command) throws Exception {
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

    final void jdk(String home, String version) throws IOException {
        Files.createDirectories(folder.resolve(home).resolve("bin"));
        Files.writeString(
                folder.resolve(home).resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        executable(folder.resolve(home).resolve("bin/java"), "#!/bin/sh\necho java in \"$PWD\": \"$@\"\nexit 5\n");
        executable(folder.resolve(home).resolve("bin/javac"), "#!/bin/sh\n");
    }

    final void tool(String name, String script) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        executable(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + script + "\n");
    }

    static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    record Run(int exitCode, String output) {}
}
