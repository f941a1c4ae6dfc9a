package avatar.cli.local;

import avatar.launcher.up.Installation;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --data}: the folder that {@code up} has its avatars and voices in. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Of avatars and voices, where no running system is asked (default: data in the repository).")
    private @Nullable Path folder;

    public Path folder() {
        Path chosen = folder == null ? Installation.own().defaultDataFolder() : folder;
        return chosen.toAbsolutePath().normalize();
    }

    public Path avatars() {
        return folder().resolve("avatars");
    }

    /** Of Piper. */
    public Path voices() {
        return folder().resolve("voices");
    }
}
