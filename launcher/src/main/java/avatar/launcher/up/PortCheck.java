package avatar.launcher.up;

import java.util.List;

/** Looks whether the ports of a plan are free before anything is started on them. */
final class PortCheck {

    private PortCheck() {}

    /** A line for every port that is taken, naming what it is for and who has it. */
    static List<String> complaints(SystemPlan plan) {
        return UsedPort.of(plan).stream()
                .filter(used -> !used.isFree())
                .map(PortCheck::complaint)
                .toList();
    }

    private static String complaint(UsedPort used) {
        String holder = used.holder().map(" by %s"::formatted).orElse("");
        return "Port %d, for %s, is taken%s; choose another with %s"
                .formatted(used.port(), used.user(), holder, used.option());
    }
}
