package avatar.launcher.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a video that an avatar is made of first. */
public final class VideoOptions {

    @Option(
            names = "--video",
            paramLabel = "FILE",
            description = "Makes an avatar of this video first, unless it is there, and shows it.")
    private @Nullable Path video;

    @Option(names = "--frame", description = "Of the video: the frame that its mouths are made from, as of setup.")
    private @Nullable Integer frame;

    @Option(names = "--size", description = "Of the video: the square that its engine works in, as of setup.")
    private @Nullable Integer size;

    public @Nullable Path video() {
        return video;
    }

    /** What setup-job is told of it. */
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
