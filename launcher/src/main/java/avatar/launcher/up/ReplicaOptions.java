package avatar.launcher.up;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options that say how many processes of a service run. */
final class ReplicaOptions {

    private static final int MOST = 8;

    @Spec(Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec command;

    private int compositors;
    private int tts;

    @Option(
            names = "--compositors",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processes of compositor-service, which share the channels; 1 to 8 (default: "
                    + "${DEFAULT-VALUE}).")
    void compositors(int number) {
        compositors = checked("--compositors", number);
    }

    @Option(
            names = "--tts",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processes of tts-service, which share the channels; 1 to 8 (default: ${DEFAULT-VALUE}).")
    void tts(int number) {
        tts = checked("--tts", number);
    }

    Replicas replicas() {
        return new Replicas(compositors, tts);
    }

    private int checked(String option, int number) {
        if (number < 1 || number > MOST) {
            throw new ParameterException(
                    command.commandLine(),
                    "Found %s %d; expected a number from 1 to %d".formatted(option, number, MOST));
        }
        return number;
    }
}
