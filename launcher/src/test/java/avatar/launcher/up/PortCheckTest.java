package avatar.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import avatar.launcher.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void namesThePortItsPurposeAndItsHolder() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            SystemPlan plan = new SystemPlan(
                    "127.0.0.1", port - 2, Ports.free(), Path.of("data"), "default", Replicas.ONE_OF_EACH);

            assertThat(PortCheck.complaints(plan))
                    .contains(
                            "Port %d, needed by viseme-service, is in use by java, process %d; choose another one with --port"
                                    .formatted(port, ProcessHandle.current().pid()));
        }
    }

    @Test
    void knowsThePortsOfReplicas() {
        SystemPlan plan = new SystemPlan("127.0.0.1", 8080, 9092, Path.of("data"), "default", new Replicas(2, 3));

        assertThat(UsedPort.of(plan))
                .extracting(UsedPort::port, UsedPort::user)
                .contains(
                        tuple(8081, "tts-service"),
                        tuple(8083, "compositor-service"),
                        tuple(8084, "tts-service-2"),
                        tuple(8085, "tts-service-3"),
                        tuple(8086, "compositor-service-2"),
                        tuple(9080, "the management of web-ui"),
                        tuple(9086, "the management of compositor-service-2"))
                .hasSize(15);
    }

    @Test
    void doesNotComplainOfFreePorts() {
        int port = Ports.free();

        assertThat(Ports.isFree("127.0.0.1", port)).isTrue();
        assertThat(Ports.holder(port)).isEmpty();
    }
}
