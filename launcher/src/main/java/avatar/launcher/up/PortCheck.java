package avatar.launcher.up;

import java.util.List;

/** Checks, before the start, whether the ports of a plan are free. */
final class PortCheck {

    private PortCheck() {}

    /** A line for every port that is in use, with its purpose and the process that holds it. */
    static List<String> complaints(SystemPlan plan) {
        return UsedPort.of(plan).stream()
                .filter(used -> !used.isFree())
                .map(PortCheck::complaint)
                .toList();
    }

    private static String complaint(UsedPort used) {
        String holder = used.holder().map(" by %s"::formatted).orElse("");
        return "Port %d, needed by %s, is in use%s; choose another one with %s"
                .formatted(used.port(), used.user(), holder, used.option());
    }
}
