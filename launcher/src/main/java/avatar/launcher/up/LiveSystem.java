package avatar.launcher.up;

import avatar.launcher.broker.BrokerProcess;
import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.Family;
import avatar.launcher.process.LaunchException;
import avatar.launcher.process.LogFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The broker and the services, as child processes. */
final class LiveSystem {

    private final Installation installation;
    private final Family family;
    private final PrintWriter out;

    LiveSystem(Installation installation, Family family, PrintWriter out) {
        this.installation = installation;
        this.family = family;
        this.out = out;
    }

    /**
     * Starts the broker, and returns when it is ready.
     *
     * @throws LaunchException if it does not get ready
     */
    void startBroker(SystemPlan plan) {
        BrokerProcess broker = BrokerProcess.launch(plan.recordsFolder(), plan.brokerPort(), plan.log("kafka"));
        family.add(broker.process());
        broker.awaitReady();
        out.println("kafka is ready at " + plan.bootstrapServers());
    }

    /**
     * Starts the services, and returns when all of them are ready. On failure the family stops those that were started.
     *
     * @param timeout for all of them together
     * @throws LaunchException if one does not get ready
     */
    void startServices(SystemPlan plan, Duration timeout) {
        Map<Service, ChildProcess> children = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            children.put(service, family.add(launch(plan, service)));
        }
        Readiness readiness = new Readiness(family.firstToEnd(), timeout);
        children.forEach((service, child) -> {
            readiness.await(child, plan.url(service));
            out.println("%s is ready at %s".formatted(service.module(), plan.url(service)));
        });
    }

    /** Waits until a part of the system ends, and returns why. */
    LaunchException awaitFailure() {
        return family.firstToEnd().join().failure();
    }

    private ChildProcess launch(SystemPlan plan, Service service) {
        return ChildProcess.start(
                service.module(),
                installation.java(service.module(), service.jvmOptions(plan), List.of()),
                LogFile.fresh(plan.log(service.module())));
    }
}
