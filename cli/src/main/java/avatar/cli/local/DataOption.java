package avatar.cli.local;

import avatar.launcher.up.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}: the folder of avatars and voices, as of {@code up}. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "The folder of avatars and voices, where no system runs (default: data in the repository).")
    private @Nullable Path folder;

    public Path folder() {
        Path chosen = folder == null ? Installation.own().defaultDataFolder() : folder;
        return chosen.toAbsolutePath().normalize();
    }

    public Path avatars() {
        return folder().resolve("avatars");
    }

    /** The folder of Piper's voices. */
    public Path voices() {
        return folder().resolve("voices");
    }
}
