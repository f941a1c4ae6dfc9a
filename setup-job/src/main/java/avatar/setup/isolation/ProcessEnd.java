package avatar.setup.isolation;

import java.util.Map;

/** The end of a process that did not say itself why it ended. */
public final class ProcessEnd {

    /** Exit codes of processes that a signal ended are this plus the signal's number. */
    private static final int SIGNALLED = 128;

    /** Of a JVM with {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private static final int KILL = 9;
    private static final int PROCESSOR_TIME = 24;
    private static final int FILE_SIZE = 25;

    private static final Map<Integer, String> CRASHES =
            Map.of(4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS", 8, "SIGFPE", 11, "SIGSEGV");

    private ProcessEnd() {}

    /** The reason of an end, to follow the name of what the process worked on. */
    public static String reason(int exitCode, ProcessLimits limits) {
        int signal = exitCode - SIGNALLED;
        if (signal == PROCESSOR_TIME) {
            return "took more than the %d s of processor time that one upload may take; send a shorter or smaller one"
                    .formatted(limits.processor().toSeconds());
        }
        if (signal == FILE_SIZE) {
            return "would have made a file larger than %d MB".formatted(limits.fileBytes() >> 20);
        }
        if (exitCode == OUT_OF_MEMORY || signal == KILL) {
            return "needed more memory than there is (at most %d MB); send a shorter or smaller one"
                    .formatted(limits.memoryBytes() >> 20);
        }
        String crash = CRASHES.get(signal);
        return crash != null
                ? "crashed the program that reads it (%s); convert it to MP4 with H.264, or send another one"
                        .formatted(crash)
                : "ended the program that reads it with exit code %d; send another one".formatted(exitCode);
    }
}
