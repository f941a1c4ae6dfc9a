package avatar.cli.command;

import avatar.contract.problem.ErrorCode;
import java.util.Map;

/** What to do about a failure, in commands: messages of the services name calls of the HTTP API instead. */
public final class Remedy {

    private static final Map<String, String> COMMANDS = Map.of(
            "GET /api/v1/voices", "'./avatar voices'",
            "GET /api/v1/avatars", "'./avatar avatars'");

    private Remedy() {}

    /** The message with commands in place of API calls. */
    public static String inCommands(String message) {
        String translated = message;
        for (Map.Entry<String, String> command : COMMANDS.entrySet()) {
            translated = translated.replace(command.getKey(), command.getValue());
        }
        return translated;
    }

    /** The same for a failure of a known kind, completed with a command where the message names none. */
    public static String inCommands(ErrorCode code, String message) {
        String translated = inCommands(message);
        String command = "'./avatar voices'";
        return code == ErrorCode.UNKNOWN_VOICE && !translated.contains(command)
                ? "%s; %s lists the voices".formatted(translated, command)
                : translated;
    }
}
