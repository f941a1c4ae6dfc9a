package avatar.setup;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.kit.kafka.KafkaWriter;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.events.SetupEvents;
import avatar.setup.making.AvatarSetup;
import avatar.setup.making.SetupOutcome;
import avatar.setup.progress.Step;
import avatar.setup.report.Cost;
import avatar.setup.report.ReportPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One setup on the command line: shown on the terminal, published on Kafka if a broker is given, stopped by a signal.
 */
final class SetupRun {

    private final PrintWriter out;
    private final PrintWriter err;
    private final SetupOptions options;
    private final TerminalProgress terminal;
    private final StopSignals signals = new StopSignals();
    private final InstantSource clock = InstantSource.system();

    SetupRun(PrintWriter out, PrintWriter err, SetupOptions options) {
        this.out = out;
        this.err = err;
        this.options = options;
        this.terminal = TerminalProgress.on(out);
    }

    /**
     * Makes an avatar, and the report if it is wanted.
     *
     * @param source prepares the request
     * @return the exit code
     * @throws AvatarException if the avatar can't be made
     */
    int make(String id, Supplier<AvatarRequest> source) {
        try (@Nullable KafkaWriter writer = writer();
                StopSignals _ = signals.begin()) {
            SetupEvents events = writer == null ? null : new SetupEvents(writer, clock, null, id);
            List<Consumer<Step>> listeners = new ArrayList<>(List.of(terminal::show));
            if (events != null) {
                listeners.add(events::publish);
            }
            SetupOutcome outcome = new AvatarSetup(signals.cancellation(), listeners)
                    .run(steps -> complete(id, new AvatarMaker(steps, clock).make(source.get())));
            terminal.end();
            if (outcome instanceof SetupOutcome.Stopped) {
                err.println("setup-job: stopped; nothing was written");
                err.flush();
            }
            publish(outcome, events);
            return switch (outcome) {
                case SetupOutcome.Completed _ -> 0;
                case SetupOutcome.Stopped _ -> signals.exitCode();
                case SetupOutcome.Failed failed -> throw failed.problem();
                case SetupOutcome.Crashed crashed -> throw crashed.cause();
            };
        }
    }

    /** Leaves a complete avatar as it is; its report is written if it is wanted. */
    void leave(String id) {
        AvatarMaker.Outcome result = AvatarMaker.Outcome.existed(id, options.place.avatars.resolve(id));
        try (@Nullable KafkaWriter writer = writer()) {
            complete(id, result);
            publish(
                    new SetupOutcome.Completed(result),
                    writer == null ? null : new SetupEvents(writer, clock, null, id));
        }
    }

    /** @throws avatar.setup.making.Cancellation.Cancelled if a signal stopped the process */
    void throwIfStopped() {
        signals.cancellation().throwIfRequested();
    }

    private @Nullable KafkaWriter writer() {
        String broker = options.place.events;
        return broker == null || broker.isBlank() ? null : SetupEvents.writer(broker);
    }

    private AvatarMaker.Outcome complete(String id, AvatarMaker.Outcome result) {
        terminal.end();
        out.println(result.line());
        writeReport(id, result);
        return result;
    }

    private void publish(SetupOutcome outcome, @Nullable SetupEvents events) {
        if (events == null) {
            return;
        }
        outcome.publish(events);
        if (!events.awaitPublished()) {
            err.println("setup-job: Kafka at %s is unreachable; the progress was not published"
                    .formatted(options.place.events));
        }
    }

    private void writeReport(String id, AvatarMaker.Outcome result) {
        if (options.report == null) {
            return;
        }
        Path folder = options.report.resolve(id);
        try {
            Cost cost = result.isNew() ? Cost.now(result.stageSeconds()) : null;
            Path page = ReportPage.write(AvatarBundle.open(options.place.avatars.resolve(id)), folder, cost);
            out.println("Report written to " + page);
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "The report can't be written to '%s': %s".formatted(folder, e), e);
        }
    }
}
