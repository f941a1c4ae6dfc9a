package avatar.launcher.process;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

    @TempDir
    Path folder;

    @Test
    void writesBothOutputsToItsLogAndKeepsTheLogOfTheRunBefore() throws Exception {
        Path log = folder.resolve("logs/shell.log");

        shell("echo first", log).ended().get(10, SECONDS);
        shell("echo out; echo error >&2", log).ended().get(10, SECONDS);

        assertThat(log).hasContent("out\nerror\n");
        assertThat(log.resolveSibling("shell.log.old")).hasContent("first\n");
    }

    @Test
    void saysWhyItEnded() throws Exception {
        ChildProcess child = shell("echo one; echo 'no port'; exit 3", folder.resolve("shell.log"));

        child.ended().get(10, SECONDS);

        assertThat(child.failure())
                .hasMessage(
                        "shell ended with exit code 3; the end of %s:%n  one%n  no port", folder.resolve("shell.log"));
    }

    @Test
    void appendsToTheLogOfTheProcessBeforeItAndQuotesItsOwnLinesOnly() throws Exception {
        Path log = folder.resolve("shell.log");
        Program program = new Program(
                "shell",
                0,
                true,
                log,
                output -> ChildProcess.start(
                        "shell", List.of("/bin/sh", "-c", "echo process $(wc -l < %s)".formatted(log)), output));

        program.start().ended().get(10, SECONDS);
        ChildProcess second = program.startAgain();
        second.ended().get(10, SECONDS);

        assertThat(log).hasContent("process 0\nprocess 1\n");
        assertThat(second.failure()).hasMessageEndingWith("the end of %s:%n  process 1", log);
    }

    @Test
    void isNotEndedByCtrlC() throws Exception {
        ChildProcess child = shell("kill -INT $$; kill -HUP $$; exit 7", folder.resolve("shell.log"));

        assertThat(child.ended().get(10, SECONDS)).isEqualTo(7);
    }

    @Test
    void isKilledWhenItIgnoresTheSignal() {
        LogFile log = new LogFile(folder.resolve("shell.log"), 0);
        ChildProcess child = shell("trap '' TERM; echo up; while :; do sleep 1; done", log.path());
        await().until(() -> log.hasLine("up"));

        child.stop(Duration.ofMillis(100));

        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void refusesALogThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> shell("true", file.resolve("shell.log")))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("The log %s/shell.log can't be written: ", file);
    }

    @Test
    void outlivesTheThreadThatAskedForIt() throws Exception {
        LogFile log = new LogFile(folder.resolve("child.log"), 0);
        CompletableFuture<ChildProcess> started = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            started.complete(shell("i=0; while :; do echo $i; i=$((i+1)); sleep 0.05; done", log.path()));
            await().until(() -> log.hasLine("0"));
        });
        asking.start();
        asking.join();

        await().until(() -> log.hasLine("10"));

        started.get().stop(Duration.ofSeconds(5));
    }

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Assumptions.assumeTrue(hasDeathSignal(), "setpriv --pdeathsig is absent");
        Path log = folder.resolve("child.log");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        log.toString())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(log) && Files.size(log) > 0);
            ProcessHandle child = ProcessHandle.of(
                            Long.parseLong(Files.readString(log).strip()))
                    .orElseThrow();

            parent.destroyForcibly();

            await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A program that starts a child from a thread that ends, and waits to be killed. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] args) throws InterruptedException {
            Thread starter = new Thread(() -> shell("echo $$; while :; do sleep 0.1; done", Path.of(args[0])));
            starter.start();
            starter.join();
            Thread.currentThread().join();
        }
    }

    private static ChildProcess shell(String script, Path log) {
        return ChildProcess.start("shell", List.of("/bin/sh", "-c", script), LogFile.fresh(log));
    }

    private static boolean hasDeathSignal() throws Exception {
        return new ProcessBuilder("/bin/sh", "-c", "setpriv --pdeathsig TERM true")
                        .start()
                        .waitFor()
                == 0;
    }
}
