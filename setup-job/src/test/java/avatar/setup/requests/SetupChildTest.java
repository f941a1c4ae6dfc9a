package avatar.setup.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.setup.SetupProcess;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.isolation.Confinement;
import avatar.setup.isolation.JavaProgram;
import avatar.setup.isolation.ProcessLimits;
import avatar.setup.making.Cancellation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes that do what a decoder could be made to do. */
class SetupChildTest {

    private static final ProcessLimits LIMITS =
            new ProcessLimits(Duration.ofSeconds(3), Duration.ofMinutes(1), 3L << 30, 1 << 20);

    @TempDir
    Path avatars;

    private final Confinement confinement = Confinement.ofThisMachine();
    private final Cancellation cancellation = new Cancellation();
    private final List<String> log = new ArrayList<>();

    @Test
    void crashOfNativeCodeIsReportedAndItsPlaceLogged() throws IOException {
        assertFails("crash", LIMITS, "\"file.mp4\" crashed the program that reads it (SIGABRT); convert it to MP4");

        assertThat(log).singleElement().asString().startsWith("Setup s1 crashed in ");
    }

    @Test
    void processThatComputesForTooLongIsEnded() throws IOException {
        assumeTrue(confinement.hasLimits(), "prlimit is absent");

        assertFails("spin", LIMITS, "\"file.mp4\" took more than the 3 s of processor time that one upload may take");
    }

    @Test
    void processThatWaitsForEverIsEnded() throws IOException {
        ProcessLimits brief = new ProcessLimits(Duration.ofMinutes(1), Duration.ofSeconds(2), 3L << 30, 1 << 20);

        assertFails("hang", brief, "\"file.mp4\" took more than the 2 s that one upload may take");
    }

    @Test
    void processThatTakesAllMemoryIsEnded() throws IOException {
        assumeTrue(confinement.hasLimits(), "prlimit is absent");
        ProcessLimits small = new ProcessLimits(Duration.ofMinutes(1), Duration.ofMinutes(1), 1L << 30, 1 << 20);

        assertFails("take", small, "\"file.mp4\" ");
    }

    @Test
    void processReachesNoNetwork() throws IOException {
        assumeTrue(!confinement.network().isEmpty(), "unshare is absent or not permitted");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String port = "-D%s=%d".formatted(HostileProgram.PORT, server.getLocalPort());

            AvatarMaker.Outcome confined = make("call", LIMITS, confinement, port);
            AvatarMaker.Outcome free = make("call", LIMITS, new Confinement(List.of(), false), port);

            assertThat(confined.line()).isEqualTo("refused");
            assertThat(free.line()).as("the test's own connection").isEqualTo("connected");
        }
    }

    @Test
    void cancelledSetupEndsItsProcessAtOnce() {
        cancellation.request(Cancellation.Reason.CANCELLED);

        assertThatThrownBy(() -> make("hang", LIMITS, confinement)).isInstanceOf(Cancellation.Cancelled.class);

        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    @Test
    void environmentOfTheProcessHasNoPasswords() {
        Map<String, String> environment = new HashMap<>(
                Map.of("PATH", "/bin", "LC_ALL", "C", "KAFKA_SASL_PASSWORD", "secret", "AWS_SECRET", "secret"));

        JavaProgram.reduce(environment);

        assertThat(environment).containsOnlyKeys("PATH", "LC_ALL");
    }

    private void assertFails(String deed, ProcessLimits limits, String message) {
        assertThatThrownBy(() -> make(deed, limits, confinement))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SETUP_FAILED))
                .hasMessageStartingWith(message);
        assertThat(ProcessHandle.current().children()).isEmpty();
    }

    private AvatarMaker.Outcome make(String deed, ProcessLimits limits, Confinement confines, String... options)
            throws IOException {
        SetupRequest request = Requests.make("s1", "file.mp4");
        Files.write(new Requests(avatars).upload("s1", "file.mp4"), new byte[] {1});
        List<String> command =
                new ArrayList<>(SetupProcess.program(HostileProgram.class).command());
        command.addAll(1, List.of(options));
        command.add(1, "-D%s=%s".formatted(HostileProgram.DEED, deed));
        command.add(1, "-XX:MaxDirectMemorySize=100g");
        SetupChild child = new SetupChild(new JavaProgram(command), confines, limits, avatars, avatars, log::add);
        return child.make(request, RequestedAvatar.of(request, avatars, avatars, log::add), cancellation, step -> {});
    }
}
