package avatar.bench.command;

import picocli.CommandLine.Option;

/** The option {@code -n} of commands that repeat a measurement: how often. */
public final class SampleCount {

    @Option(
            names = "-n",
            paramLabel = "COUNT",
            description = "How many samples are measured (default: ${DEFAULT-VALUE}).")
    private int count;

    /** An option with that default. */
    public SampleCount(int usual) {
        this.count = usual;
    }

    public int count() {
        return count;
    }
}
