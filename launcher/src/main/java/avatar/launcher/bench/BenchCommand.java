package avatar.launcher.bench;

import picocli.CommandLine.Command;

/** {@code avatar bench}: what can be measured. */
@Command(
        name = "bench",
        description = "Measures a running system.",
        mixinStandardHelpOptions = true,
        subcommands = {LatencyCommand.class, FirstSegmentCommand.class})
public final class BenchCommand {}
