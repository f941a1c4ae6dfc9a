package avatar.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The checks of the script {@code avatar}. */
class DoctorScriptTest extends ScriptRepository {

    @Test
    void buildsAgainWhenALibraryChangesAndSaysSoInTheDoctor() throws Exception {
        Path source = Files.writeString(root.resolve("libs/speech/src/main/Voices.java"), "");
        FileTime future = FileTime.from(Instant.now().plusSeconds(5));

        assertThat(avatar("doctor").output()).containsPattern("note     build +not built yet");
        assertThat(avatar("build").output()).contains("mvn -B -q");
        assertThat(avatar("doctor").output()).containsPattern("ok       build +up to date");

        Files.setLastModifiedTime(source, future);
        assertThat(avatar("doctor").output()).containsPattern("note     build +older than its sources");
        assertThat(avatar("build").output()).contains("mvn -B -q");
    }

    @Test
    void checksTheMachineWithoutAJdkAndWithoutABuildAndInstallsNothing() throws Exception {
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
                        "missing  font +not installed; for the names on an avatar's preview\n +-> apt-get install fontconfig")
                .containsPattern("missing  JDK +none of version 25 or newer\n +-> install one")
                .containsPattern("note     build +not built yet\n +-> ./avatar build");
        assertThat(folder.resolve("apt")).doesNotExist();
    }

    @Test
    void printsJsonWithTheChecksOfJava() throws Exception {
        tool("fc-list", "");
        Files.createDirectories(root.resolve("cli/target"));
        Files.createFile(root.resolve("cli/target/cli-1.0.0-SNAPSHOT.jar"));
        executable(
                folder.resolve("jdk/bin/java"),
                "#!/bin/sh\nprintf 'note\\tport 8080\\ta \"quoted\" C:\\\\x\\tend "
                        + "it\\nok\\targuments\\t%s\\t\\n' \"$*\"\n");

        Run run = avatar("doctor", "--json", "--data", "my data");
        List<Object> findings = List.of(Json.read(run.output().getBytes(StandardCharsets.UTF_8), Object[].class));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(findings)
                .contains(Map.of("state", "note", "what", "port 8080", "found", "a \"quoted\" C:\\x", "todo", "end it"))
                .anySatisfy(finding -> assertThat(finding.toString())
                        .contains("what=arguments", "avatar.cli.Main findings --data my data", "todo=null"))
                .anySatisfy(finding -> assertThat(finding.toString()).contains("state=missing, what=font"));
    }
}
