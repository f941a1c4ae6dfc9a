package avatar.setup.requests;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.setup.bundle.AvatarMaker;
import avatar.setup.bundle.AvatarRequest;
import avatar.setup.isolation.Confinement;
import avatar.setup.isolation.CrashReport;
import avatar.setup.isolation.JavaProgram;
import avatar.setup.isolation.ProcessEnd;
import avatar.setup.isolation.ProcessLimits;
import avatar.setup.making.Cancellation;
import avatar.setup.progress.Step;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Has the avatar of one request made by a process of its own, whose limits and end are those of this one upload:
 * whatever a decoder does, the listener and the setups of others go on.
 */
final class SetupChild {

    /** The command of setup-job that runs {@link ChildSetup}. */
    static final String COMMAND = "make-requested";

    /**
     * Many times what an upload within {@link avatar.faces.video.VideoWork#OF_UPLOADS} takes; decoders of large
     * pictures may take some gigabytes of memory.
     */
    static final ProcessLimits LIMITS =
            new ProcessLimits(Duration.ofMinutes(10), Duration.ofMinutes(20), 6L << 30, 4L << 30);

    /** Shorter than what a listener waits for a setup that is given back. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

    private static final Duration POLL = Duration.ofMillis(100);

    private final JavaProgram program;
    private final Confinement confinement;
    private final ProcessLimits limits;
    private final Path avatars;
    private final Path models;
    private final Consumer<String> log;

    SetupChild(
            JavaProgram program,
            Confinement confinement,
            ProcessLimits limits,
            Path avatars,
            Path models,
            Consumer<String> log) {
        this.program = program;
        this.confinement = confinement;
        this.limits = limits;
        this.avatars = avatars;
        this.models = models;
        this.log = log;
    }

    /**
     * Makes the avatar; as {@link AvatarMaker#make}, and fails with {@link ErrorCode#SETUP_FAILED} if the process
     * exceeds its limits or crashes.
     *
     * @param steps receives every step
     * @throws Cancellation.Cancelled if the end was requested; the process has ended then
     */
    AvatarMaker.Outcome make(
            SetupRequest request, AvatarRequest wanted, Cancellation cancellation, Consumer<Step> steps)
            throws IOException {
        ProcessLimits own = limits.times(wanted.settings().engine().effort());
        CrashReport crash = new CrashReport(wanted.source().resolveSibling("crash.log"));
        Process process = start(
                own,
                List.of(crash.option(), "-Djava.io.tmpdir=" + wanted.source().getParent()));
        boolean hasOutcome = false;
        try {
            send(process, request);
            ChildMessages messages = ChildMessages.of(process);
            long deadline = System.nanoTime() + own.elapsed().toNanos();
            while (true) {
                ChildMessage message = messages.next(POLL);
                cancellation.throwIfRequested();
                if (message == null && messages.isOver()) {
                    int exitCode = process.waitFor();
                    crash.frame()
                            .map(frame -> "Setup %s crashed in %s".formatted(request.setup(), frame))
                            .ifPresent(log);
                    throw failure(wanted, ProcessEnd.reason(exitCode, own));
                }
                if (message == null && System.nanoTime() > deadline) {
                    throw failure(
                            wanted,
                            "took more than the %d s that one upload may take; send a shorter or smaller one"
                                    .formatted(own.elapsed().toSeconds()));
                }
                if (message != null && message.isOutcome()) {
                    hasOutcome = true;
                    return outcome(message);
                }
                if (message != null) {
                    pass(message, steps);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a setup runs", e);
        } finally {
            if (!hasOutcome || !hasEnded(process)) {
                end(process);
            }
            if (!hasOutcome) {
                AvatarMaker.discard(wanted);
            }
        }
    }

    /**
     * Starts it.
     *
     * @param options of the JVM: what it writes is deleted with the upload, even if it is killed
     */
    private Process start(ProcessLimits own, List<String> options) throws IOException {
        List<String> arguments = List.of(COMMAND, "--avatars", avatars.toString(), "--models", models.toString());
        ProcessBuilder builder = new ProcessBuilder(confinement.confined(program.with(options, arguments), own));
        JavaProgram.reduce(builder.environment());
        return builder.redirectError(Redirect.INHERIT).start();
    }

    private static void send(Process process, SetupRequest request) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(request.toBytes());
            in.write('\n');
            in.flush();
        } catch (IOException e) {
            // It has ended already; its exit code says why.
        }
    }

    private void pass(ChildMessage message, Consumer<Step> steps) {
        if (message.kind() == ChildMessage.Kind.STEP) {
            steps.accept(message.step());
        } else {
            log.accept(String.valueOf(message.text()));
        }
    }

    private static AvatarMaker.Outcome outcome(ChildMessage message) {
        String text = String.valueOf(message.text());
        return switch (message.kind()) {
            case DONE -> new AvatarMaker.Outcome(text, message.isNew(), Map.of());
            case FAILED -> {
                ErrorCode code = message.code();
                throw new AvatarException(code == null ? ErrorCode.SETUP_FAILED : code, text);
            }
            case STOPPED -> throw new AvatarException(ErrorCode.SETUP_FAILED, "The setup was stopped from outside");
            default -> throw new IllegalStateException("The process of the setup failed: " + text);
        };
    }

    private static AvatarException failure(AvatarRequest wanted, String reason) {
        return new AvatarException(
                ErrorCode.SETUP_FAILED, "\"%s\" %s".formatted(wanted.source().getFileName(), reason));
    }

    /** It cleans up when it is asked to end; one that doesn't end is killed. */
    private static void end(Process process) {
        process.destroy();
        if (!hasEnded(process)) {
            process.destroyForcibly().onExit().join();
        }
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(STOP_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
