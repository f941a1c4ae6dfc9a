package avatar.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTest {

    @TempDir
    Path folder;

    private final Family family = new Family();

    @Test
    void stopsTheProgramsOfATierTogether() {
        ChildProcess one = family.start(waitingFor("one", "two"));
        ChildProcess two = family.start(waitingFor("two", "one"));
        awaitUp("one");
        awaitUp("two");

        family.close();

        assertThat(one.ended().join()).isZero();
        assertThat(two.ended().join()).isZero();
    }

    @Test
    void startsNothingOnceItIsClosed() {
        family.close();

        assertThatThrownBy(() -> family.start(waitingFor("one", "two")))
                .isInstanceOf(LaunchException.class)
                .hasMessage("one was not started: everything is being stopped");
        assertThat(folder.resolve("one.log")).doesNotExist();
    }

    /** A program that ends in order only while the other one is being stopped, too. */
    private Program waitingFor(String name, String other) {
        String script =
                "trap 'touch %1$s; while [ ! -e %2$s ]; do sleep 0.05; done; exit 0' TERM; echo up; while :; do sleep 0.05; done"
                        .formatted(folder.resolve(name), folder.resolve(other));
        return new Program(
                name, 1, true, log(name), log -> ChildProcess.start(name, List.of("/bin/sh", "-c", script), log));
    }

    private void awaitUp(String name) {
        await().until(() -> new LogFile(log(name), 0).hasLine("up"));
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
