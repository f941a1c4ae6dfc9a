package avatar.setup;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupState;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.events.Outbox;
import avatar.setup.events.SetupEvents;
import avatar.setup.progress.Step;
import avatar.setup.report.Cost;
import avatar.setup.report.ReportPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One setup as a command runs it: shown on the terminal, told on Kafka if wanted, and stopped cleanly by a signal. */
final class SetupRun {

    private final PrintWriter out;
    private final PrintWriter err;
    private final SetupOptions options;
    private final TerminalProgress terminal;
    private final Stopping stopping = new Stopping();
    private @Nullable Outbox outbox;

    SetupRun(PrintWriter out, PrintWriter err, SetupOptions options) {
        this.out = out;
        this.err = err;
        this.options = options;
        this.terminal = TerminalProgress.on(out);
    }

    /**
     * Makes an avatar, and the report if it is wanted.
     *
     * @param source prepares what it is to be made of
     * @throws AvatarException if it can't be made
     * @throws Stopping.Stopped if somebody stopped the process
     */
    void make(String id, Supplier<AvatarRequest> source) {
        SetupEvents events = events(id);
        try (Stopping _ = stopping.begin()) {
            try {
                AvatarMaker.Outcome outcome = new AvatarMaker(step -> tell(step, events)).make(source.get());
                terminal.end();
                out.println(outcome.line());
                report(id, outcome);
                end(events, told -> told.tell(SetupState.DONE, outcome.line()));
            } catch (Stopping.Stopped e) {
                terminal.end();
                err.println("setup-job: stopped; nothing was written");
                err.flush();
                end(events, told -> told.tell(SetupState.CANCELLED, null));
                throw e;
            } catch (AvatarException e) {
                terminal.end();
                end(events, told -> told.fail(e.code(), e.getMessage()));
                throw e;
            } catch (RuntimeException e) {
                terminal.end();
                end(events, told -> told.fail(ErrorCode.INTERNAL_ERROR, null));
                throw e;
            }
        }
    }

    /** Leaves a whole avatar as it is; its report is written if it is wanted. */
    void leave(String id) {
        AvatarMaker.Outcome outcome = AvatarMaker.Outcome.wasThere(id, options.place.avatars.resolve(id));
        out.println(outcome.line());
        report(id, outcome);
        end(events(id), told -> told.tell(SetupState.DONE, outcome.line()));
    }

    private void tell(Step step, @Nullable SetupEvents events) {
        stopping.requireGoingOn();
        terminal.show(step);
        if (events != null) {
            events.step(step);
        }
    }

    /** @throws Stopping.Stopped if somebody stopped the process */
    void requireGoingOn() {
        stopping.requireGoingOn();
    }

    private @Nullable SetupEvents events(String id) {
        if (options.place.events == null || options.place.events.isBlank()) {
            return null;
        }
        Outbox opened = outbox(options.place.events);
        outbox = opened;
        return new SetupEvents(opened, null, id);
    }

    /** @throws AvatarException if that is no address */
    static Outbox outbox(String bootstrapServers) {
        try {
            return new Outbox(bootstrapServers);
        } catch (KafkaException e) {
            throw new AvatarException(
                    ErrorCode.INVALID_REQUEST,
                    "'%s' is no Kafka broker; expected host:port".formatted(bootstrapServers),
                    e);
        }
    }

    private void end(@Nullable SetupEvents events, Consumer<SetupEvents> telling) {
        if (events == null) {
            return;
        }
        telling.accept(events);
        if (!events.awaitTold()) {
            err.println("setup-job: no Kafka at %s, so nobody was told".formatted(options.place.events));
        }
        if (outbox != null) {
            outbox.close();
        }
    }

    private void report(String id, AvatarMaker.Outcome outcome) {
        if (options.report == null) {
            return;
        }
        Path folder = options.report.resolve(id);
        try {
            Cost cost = outcome.isNew() ? Cost.now(outcome.stageSeconds()) : null;
            Path page = ReportPage.write(AvatarBundle.open(options.place.avatars.resolve(id)), folder, cost);
            out.println("Report written to " + page);
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "The report can't be written to '%s': %s".formatted(folder, e), e);
        }
    }
}
