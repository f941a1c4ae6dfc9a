package avatar.launcher.up;

import avatar.launcher.process.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A port that the system listens on.
 *
 * @param user the process that listens there
 * @param option of {@code up} that chooses another port
 */
public record UsedPort(String host, int port, String user, String option) {

    /** The ports of a system without options. */
    public static List<UsedPort> standard() {
        return of(new SystemPlan(
                SystemPlan.LOOPBACK, 8080, 9092, Path.of(""), AvatarMaker.DEFAULT, Replicas.ONE_OF_EACH));
    }

    static List<UsedPort> of(SystemPlan plan) {
        List<UsedPort> ports = new ArrayList<>();
        ports.add(new UsedPort(SystemPlan.LOOPBACK, plan.brokerPort(), "kafka", "--broker-port"));
        for (Instance instance : plan.instances()) {
            ports.add(new UsedPort(plan.host(instance.service()), plan.port(instance), instance.name(), "--port"));
            ports.add(new UsedPort(
                    SystemPlan.LOOPBACK,
                    plan.managementPort(instance),
                    "the management of " + instance.name(),
                    "--port"));
        }
        if (plan.tls() != null && plan.tls().redirectPort() > 0) {
            ports.add(new UsedPort(plan.host(), plan.tls().redirectPort(), "the redirect", "--http-redirect"));
        }
        return ports;
    }

    public boolean isFree() {
        return Ports.isFree(host, port);
    }

    /** The process that listens there, if it can be found out: "java, process 123". */
    public Optional<String> holder() {
        return Ports.holder(port);
    }
}
