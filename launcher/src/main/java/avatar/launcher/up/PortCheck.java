package avatar.launcher.up;

import avatar.launcher.process.Ports;
import java.util.ArrayList;
import java.util.List;

/** Looks whether the ports of a plan are free before anything is started on them. */
final class PortCheck {

    private PortCheck() {}

    /** A line for every port that is taken, naming what it is for and who has it. */
    static List<String> complaints(SystemPlan plan) {
        List<String> complaints = new ArrayList<>();
        check("127.0.0.1", plan.brokerPort(), "kafka", "--broker-port", complaints);
        for (Service service : Service.values()) {
            check(plan.host(service), plan.port(service), service.module(), "--port", complaints);
        }
        return complaints;
    }

    private static void check(String host, int port, String user, String option, List<String> complaints) {
        if (!Ports.isFree(host, port)) {
            String holder = Ports.holder(port).map(" by %s"::formatted).orElse("");
            complaints.add("Port %d, for %s, is taken%s; choose another with %s".formatted(port, user, holder, option));
        }
    }
}
