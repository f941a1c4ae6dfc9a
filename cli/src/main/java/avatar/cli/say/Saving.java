package avatar.cli.say;

import avatar.cli.api.AvatarApi;
import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.command.ProgressLine;
import avatar.cli.local.AvatarProvider;
import avatar.cli.local.DataOption;
import avatar.cli.options.RenderOptions;
import avatar.cli.options.SpeechOptions;
import avatar.cli.render.LocalRender;
import avatar.cli.render.RemoteRender;
import avatar.cli.render.SaveFormat;
import avatar.cli.render.SavedFile;
import avatar.cli.render.SavedSound;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Saves speech to a file: its options, and the choice between the running system and this process. */
final class Saving {

    @Mixin
    private RenderOptions render = new RenderOptions();

    @Mixin
    private AvatarProvider video = new AvatarProvider();

    @Mixin
    private DataOption data = new DataOption();

    DataOption data() {
        return data;
    }

    /**
     * Checks that no option of a video was given.
     *
     * @throws ParameterException saying that they are for {@code others}
     */
    void requireNone(CommandSpec spec, String others) {
        render.requireNone(spec, others);
        if (video.isGiven()) {
            throw new ParameterException(spec.commandLine(), "--video is for " + others);
        }
    }

    /**
     * Saves the speech and prints the file's name and duration.
     *
     * @param system renders a video, if it runs and the avatar does not have to be created first; a sound is made
     *     in this process. Null: everything in this process
     */
    void save(
            String text,
            SpeechOptions speech,
            Path target,
            @Nullable SystemOption system,
            CommandSpec spec,
            JsonFlag json) {
        SaveFormat format = SaveFormat.of(target)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "Invalid file '%s': expected a name that ends in .mp4, .webm or .wav"
                                .formatted(target.getFileName())));
        if (!format.isVideo()) {
            requireNone(spec, "a video, not for a sound");
        }
        if (system != null && system.isNamed() && (!format.isVideo() || video.isGiven())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--url is for a video of an avatar of that system; %s is made in this process, without --url"
                            .formatted(format.isVideo() ? "one with --video" : "a sound"));
        }
        SavedFile.requirePlace(target);
        double seconds = format.isVideo()
                ? saveVideo(text, speech, target, format, system, spec)
                : new SavedSound(voiceChanges(spec)).save(text, speech, data.voices(), target);
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("file", target.toString());
        report.put("duration", seconds);
        json.print(spec.commandLine().getOut(), report, "%s: %.1f s%n".formatted(target, seconds));
    }

    private double saveVideo(
            String text,
            SpeechOptions speech,
            Path target,
            SaveFormat format,
            @Nullable SystemOption system,
            CommandSpec spec) {
        Optional<AvatarApi> running = system == null || video.isGiven() ? Optional.empty() : system.find();
        if (running.isPresent()) {
            Map<String, Object> request = speech.request(text);
            request.put("format", format.label());
            request.putAll(render.given());
            try (ProgressLine progress = ProgressLine.on(spec.commandLine().getErr())) {
                return new RemoteRender(running.get(), progress).save(request, target);
            }
        }
        String avatar = video.provide(data, render.avatar());
        try (ProgressLine progress = ProgressLine.on(spec.commandLine().getErr())) {
            return new LocalRender(data, progress, voiceChanges(spec)).save(text, speech, avatar, render, target);
        }
    }

    private static Consumer<String> voiceChanges(CommandSpec spec) {
        return change -> spec.commandLine().getErr().println("avatar: voice changed: " + change);
    }
}
