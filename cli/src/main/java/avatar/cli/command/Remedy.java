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
        String remedy =
                switch (code) {
                    case UNKNOWN_VOICE -> "'./avatar voices' lists the voices";
                    case UNAUTHENTICATED -> "set AVATAR_KEY to a key; './avatar keys create' makes one";
                    default -> "";
                };
        return remedy.isEmpty() || translated.contains("'./avatar voices'") ? translated : translated + "; " + remedy;
    }
}
