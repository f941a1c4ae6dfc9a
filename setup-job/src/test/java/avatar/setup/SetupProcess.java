package avatar.setup;

/** The command line in a process of its own, as Quarkus would run it. */
final class SetupProcess {

    private SetupProcess() {}

    public static void main(String[] arguments) {
        System.exit(SetupJob.commandLine().execute(arguments));
    }
}
