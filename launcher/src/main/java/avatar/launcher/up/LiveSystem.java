package avatar.launcher.up;

import avatar.launcher.broker.BrokerProcess;
import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.Family;
import avatar.launcher.process.Healer;
import avatar.launcher.process.LaunchException;
import avatar.launcher.process.LogFile;
import avatar.launcher.process.Program;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The broker and the services, as child processes. The death of one before all services are ready is a failure; later
 * it is started again.
 */
final class LiveSystem {

    private static final String BROKER = "kafka";
    private static final int TIER_OF_BROKER = 0;

    private final Installation installation;
    private final Family family;
    private final Healer healer;
    private final PrintWriter out;
    private final Map<Program, ChildProcess> starting = new LinkedHashMap<>();

    LiveSystem(Installation installation, Family family, Healer healer, PrintWriter out) {
        this.installation = installation;
        this.family = family;
        this.healer = healer;
        this.out = out;
    }

    /**
     * Starts the broker, and returns when it is ready.
     *
     * @throws LaunchException if it does not get ready
     */
    void startBroker(SystemPlan plan) {
        Program program = new Program(
                BROKER,
                TIER_OF_BROKER,
                true,
                plan.log(BROKER),
                () -> BrokerProcess.lackOfRoom(plan.recordsFolder()),
                log -> launch(plan, log).process());
        BrokerProcess broker = launch(plan, LogFile.fresh(program.log()));
        starting.put(program, family.adopt(program, broker.process()));
        broker.awaitReady();
        out.println("kafka is ready at " + plan.bootstrapServers());
    }

    private BrokerProcess launch(SystemPlan plan, LogFile log) {
        return BrokerProcess.launch(plan.recordsFolder(), plan.brokerPort(), log, installation.brokerAot());
    }

    /**
     * Starts the services, and returns when all of them are ready. On failure the family stops those that were started.
     *
     * @param timeout for all of them together
     * @throws LaunchException if one does not get ready
     */
    void startServices(SystemPlan plan, Duration timeout) {
        Map<Instance, ChildProcess> children = new LinkedHashMap<>();
        for (Instance instance : plan.instances()) {
            Program program = program(plan, instance);
            ChildProcess child = family.start(program);
            starting.put(program, child);
            children.put(instance, child);
        }
        Readiness readiness = new Readiness(family.firstToEnd(), timeout);
        children.forEach((instance, child) -> {
            readiness.await(child, plan.readiness(instance));
            out.println("%s is ready at %s".formatted(instance.name(), plan.url(instance)));
        });
        starting.forEach(healer::watch);
    }

    /** Starts setup-job for requests to create avatars, without waiting for it. */
    void startSetupListener(SystemPlan plan) {
        Program listener = SetupListener.program(installation, plan);
        healer.watch(listener, family.start(listener));
    }

    private Program program(SystemPlan plan, Instance instance) {
        Service service = instance.service();
        List<String> options = new ArrayList<>(service.jvmOptions(plan, instance));
        if (installation.aotMode() == AotMode.MAKE) {
            // The rehearsal has no key, whatever the settings of the real system are.
            options.add("-Davatar.access.mode=off");
        }
        List<String> command = installation.java(service.module(), options, List.of());
        return new Program(
                instance.name(),
                service.tier(),
                true,
                plan.log(instance.name()),
                log -> ChildProcess.start(instance.name(), command, log));
    }
}
