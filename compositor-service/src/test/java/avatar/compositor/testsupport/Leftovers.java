package avatar.compositor.testsupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process that was killed left in the folder of the films. */
public final class Leftovers {

    /** A film that was done. */
    public static final String FILM = "11111111-2222-3333-4444-555555555555";

    /** One that was not. */
    public static final String UNFINISHED = "." + FILM + ".webm.aaaaaaaa-0000-0000-0000-000000000000.part";

    /** Somebody else's. */
    public static final String NOTE = "note.txt";

    private Leftovers() {}

    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(FILM + ".mp4"), new byte[1_000]);
        Files.write(folder.resolve(UNFINISHED), new byte[10]);
        Files.writeString(folder.resolve(NOTE), "mine");
        return folder;
    }
}
