package avatar.cli.doctor;

import avatar.cli.api.AvatarApi;
import avatar.launcher.up.UsedPort;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Checks whether a system runs and its services are ready, or else whether its ports are free. */
final class SystemState {

    private SystemState() {}

    static List<Finding> findings(URI url) {
        AvatarApi api = new AvatarApi(url);
        boolean isRunning = api.answers();
        List<Finding> findings = new ArrayList<>();
        if (isRunning) {
            findings.add(Finding.ok("system", "running at " + url));
            api.health()
                    .ifPresent(health ->
                            health.services().forEach((service, isUp) -> findings.add(service(service, isUp))));
        } else {
            findings.add(Finding.note("system", "not running at " + url, "./avatar up starts one"));
        }
        UsedPort.standard().forEach(port -> findings.add(port(port, isRunning)));
        return findings;
    }

    private static Finding service(String service, boolean isUp) {
        return isUp
                ? Finding.ok(service, "ready")
                : Finding.missing(service, "not ready", "see data/logs/%s.log".formatted(service));
    }

    private static Finding port(UsedPort port, boolean systemRuns) {
        String what = "port " + port.port();
        if (port.isFree()) {
            return Finding.ok(what, "free, for " + port.user());
        }
        String holder = port.holder().orElse("a program of another user");
        String found = "needed by %s, used by %s".formatted(port.user(), holder);
        return systemRuns
                ? Finding.ok(what, found)
                : Finding.note(what, found, "stop that program, or choose another port: ./avatar up " + port.option());
    }
}
