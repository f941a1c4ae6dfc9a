package avatar.cli.keys;

import avatar.access.AccessKey;
import avatar.access.KeyFile;
import avatar.access.KeyRing;
import avatar.launcher.up.Installation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --file}: where the keys are. */
final class KeyFileOption {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The file of keys (default: AVATAR_ACCESS_KEYS_FILE, or data/keys.json in the repository).")
    private @Nullable Path file;

    KeyFile keys() {
        return file == null
                ? KeyFile.inFolder(Installation.own().defaultDataFolder())
                : new KeyFile(file, Clock.systemUTC());
    }

    List<AccessKey> all() {
        return keys().read().map(KeyRing::keys).orElse(List.of());
    }

    /** The ids of all keys, for an error message. */
    String knownIds() {
        return all().isEmpty()
                ? "none; './avatar keys create' makes one"
                : all().stream().map(AccessKey::id).collect(Collectors.joining(", "));
    }
}
