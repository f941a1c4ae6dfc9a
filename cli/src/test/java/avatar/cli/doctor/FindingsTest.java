package avatar.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {

    @TempDir
    Path data;

    @Test
    void findsTheServiceOfTheRunningSystemThatIsNotReady() throws IOException {
        try (FakeSystem system = new FakeSystem()) {
            assertThat(findings(system.url()))
                    .contains(
                            "ok\tsystem\trunning at %s/\t".formatted(system.url()),
                            "ok\ttts-service\tready\t",
                            "missing\tcompositor-service\tnot ready\tsee data/logs/compositor-service.log");
        }
    }

    @Test
    void findsAvatarsVoicesAndTheMachine() throws IOException {
        Files.createDirectories(data.resolve("avatars/anna"));
        Files.createDirectories(data.resolve("voices"));
        Files.writeString(data.resolve("voices/en_US-amy-medium.onnx"), "no model");

        List<String> findings = findings("http://127.0.0.1:1");

        assertThat(findings)
                .contains(
                        "note\tsystem\tnot running at http://127.0.0.1:1/\t./avatar up starts one",
                        "ok\tvoices of flite\t4 of 4 can speak\t",
                        "missing\tavatar anna\t%s is missing\t./avatar setup --force --id anna --video FILE"
                                .formatted(data.resolve("avatars/anna/avatar.json")))
                .anyMatch(line -> line.startsWith("note\tvoices of piper\t0 of 1 can speak\t"))
                .anyMatch(line -> line.matches("(ok|note)\tport 9092\t.*kafka.*"))
                .anyMatch(line -> line.matches("(ok|note)\tcores\t.*"))
                .anyMatch(line -> line.matches("(ok|note)\tdisk\t\\d+ MB free for .*"))
                .allMatch(line -> line.split("\t", -1).length == 4);
    }

    private List<String> findings(String url) {
        Cli run = Cli.run("findings", "--url", url, "--data", data.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().lines().toList();
    }
}
