package avatar.compositor.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a killed process left in the folder of the renders. */
public final class Leftovers {

    /** The id of a complete render. */
    public static final String RENDER = "11111111-2222-3333-4444-555555555555";

    /** An incomplete one. */
    public static final String UNFINISHED = "." + RENDER + ".webm.aaaaaaaa-0000-0000-0000-000000000000.part";

    /** The id of a render of a text that was running. */
    public static final String RUNNING = "22222222-2222-3333-4444-555555555555";

    /** The id of a render of an utterance that was running. */
    public static final String OF_UTTERANCE = "33333333-2222-3333-4444-555555555555";

    /** A file of another program. */
    public static final String NOTE = "note.txt";

    private Leftovers() {}

    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(RENDER + ".mp4"), new byte[1_000]);
        Files.write(folder.resolve(UNFINISHED), new byte[10]);
        Files.writeString(folder.resolve(NOTE), "mine");
        Files.writeString(
                folder.resolve(".%s.request.json".formatted(RUNNING)),
                "{\"text\": \"Made again.\", \"format\": \"webm\"}");
        Files.writeString(folder.resolve(".%s.request.json".formatted(OF_UTTERANCE)), "{\"utterance\": \"forgotten\"}");
        return folder;
    }
}
