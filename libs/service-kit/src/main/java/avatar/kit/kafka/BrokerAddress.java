package avatar.kit.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Holds the start of a service until the name of a broker resolves, because Kafka's clients end the process otherwise:
 * on a new cluster a broker may get its name minutes later than a service starts.
 */
@Singleton
final class BrokerAddress {

    private static final Logger LOG = Logger.getLogger(BrokerAddress.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int POLLS_BETWEEN_WARNINGS = 20;

    private final List<String> hosts;

    BrokerAddress(@ConfigProperty(name = "kafka.bootstrap.servers") Optional<String> servers) {
        this.hosts = servers.stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(server -> server.trim().replaceFirst("^.*://", "").replaceFirst(":\\d+$", ""))
                .map(host -> host.replaceAll("[\\[\\]]", ""))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    /** Before the consumers of SmallRye start. */
    void await(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event)
            throws InterruptedException {
        for (int polls = 0; !hosts.isEmpty() && hosts.stream().noneMatch(BrokerAddress::resolves); polls++) {
            if (polls % POLLS_BETWEEN_WARNINGS == 0) {
                LOG.warnf("Waiting for Kafka: no address is known for %s", String.join(", ", hosts));
            }
            Thread.sleep(POLL);
        }
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host).getHostAddress() != null;
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
