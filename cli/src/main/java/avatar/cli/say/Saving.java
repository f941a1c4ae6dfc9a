package avatar.cli.say;

import avatar.cli.api.AvatarApi;
import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.command.ProgressLine;
import avatar.cli.local.DataOption;
import avatar.cli.local.MadeAvatar;
import avatar.cli.movie.LocalMovie;
import avatar.cli.movie.RemoteMovie;
import avatar.cli.movie.SaveFormat;
import avatar.cli.movie.SavedFile;
import avatar.cli.movie.SavedSound;
import avatar.cli.order.Manner;
import avatar.cli.order.MovieOptions;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Saves speech in a file: the options of that, and who makes it. */
final class Saving {

    @Mixin
    private MovieOptions movie = new MovieOptions();

    @Mixin
    private MadeAvatar video = new MadeAvatar();

    @Mixin
    private DataOption data = new DataOption();

    DataOption data() {
        return data;
    }

    /**
     * Makes sure that no option of a movie was given.
     *
     * @throws ParameterException saying that they are for {@code others}
     */
    void requireNone(CommandSpec spec, String others) {
        movie.requireNone(spec, others);
        if (video.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--video is for " + others);
        }
    }

    /**
     * Saves it, and tells where and how long it is.
     *
     * @param system makes a movie, if it runs and the avatar is not to be made first; a sound is made in this process; null
     *     if nobody is to be asked
     */
    void save(String text, Manner manner, Path target, @Nullable SystemOption system, CommandSpec spec, JsonFlag json) {
        SaveFormat format = SaveFormat.of(target)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "'%s' must end in .mp4, .webm or .wav".formatted(target.getFileName())));
        if (!format.isMovie()) {
            requireNone(spec, "a movie, not for a sound");
        }
        if (system != null && system.isNamed() && (!format.isMovie() || video.isGiven())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url is for a movie of an avatar that the system has; %s is made in this process"
                            .formatted(format.isMovie() ? "that of --video" : "a sound"));
        }
        SavedFile.requirePlace(target);
        double seconds = format.isMovie()
                ? movie(text, manner, target, format, system, spec)
                : new SavedSound(told(spec)).save(text, manner, data.voices(), target);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", target.toString());
        report.put("duration", seconds);
        json.print(spec.commandLine().getOut(), report, "%s: %.1f s%n".formatted(target, seconds));
    }

    private double movie(
            String text,
            Manner manner,
            Path target,
            SaveFormat format,
            @Nullable SystemOption system,
            CommandSpec spec) {
        Optional<AvatarApi> running = system == null || video.isGiven() ? Optional.empty() : system.find();
        if (running.isPresent()) {
            Map<String, Object> order = manner.order(text);
            order.put("format", format.label());
            order.putAll(movie.given());
            try (ProgressLine progress = ProgressLine.on(spec.commandLine().getErr())) {
                return new RemoteMovie(running.get(), progress).save(order, target);
            }
        }
        String avatar = video.provide(data, movie.avatar());
        try (ProgressLine progress = ProgressLine.on(spec.commandLine().getErr())) {
            return new LocalMovie(data, progress, told(spec)).save(text, manner, avatar, movie, target);
        }
    }

    private static Consumer<String> told(CommandSpec spec) {
        return change -> spec.commandLine().getErr().println("avatar: " + change);
    }
}
