package avatar.launcher.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a video of which an avatar is created first. */
public final class VideoOptions {

    @Option(
            names = "--video",
            paramLabel = "FILE",
            description = "A video or picture of a face, of which an avatar is created first, unless it exists.")
    private @Nullable Path video;

    @Option(names = "--frame", description = "With --video: the frame that the mouths are made of, as of setup.")
    private @Nullable Integer frame;

    @Option(names = "--size", description = "With --video: the size of the engine's pictures, as of setup.")
    private @Nullable Integer size;

    public @Nullable Path video() {
        return video;
    }

    /** The arguments for setup-job. */
    List<String> settings() {
        List<String> settings = new ArrayList<>();
        if (frame != null) {
            settings.addAll(List.of("--frame", String.valueOf(frame)));
        }
        if (size != null) {
            settings.addAll(List.of("--size", String.valueOf(size)));
        }
        return settings;
    }
}
