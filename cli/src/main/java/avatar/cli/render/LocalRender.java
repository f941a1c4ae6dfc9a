package avatar.cli.render;

import avatar.cli.command.CliException;
import avatar.cli.command.Interruption;
import avatar.cli.command.ProgressLine;
import avatar.cli.local.DataOption;
import avatar.cli.local.LocalAvatars;
import avatar.cli.local.LocalVoices;
import avatar.cli.options.RenderOptions;
import avatar.cli.options.SpeechOptions;
import avatar.pictures.encoding.Render;
import avatar.pictures.encoding.RenderFormat;
import avatar.pictures.encoding.RenderMaker;
import avatar.pictures.encoding.RenderSettings;
import avatar.pictures.encoding.RenderWatcher;
import avatar.pictures.library.LoadedAvatar;
import avatar.speech.narration.Narration;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Renders a video file in this process, of an avatar in a folder; Ctrl-C stops it. */
public final class LocalRender {

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double PERCENT = 100;

    private final DataOption data;
    private final ProgressLine progress;
    private final Consumer<String> onVoiceChange;

    public LocalRender(DataOption data, ProgressLine progress, Consumer<String> onVoiceChange) {
        this.data = data;
        this.progress = progress;
        this.onVoiceChange = onVoiceChange;
    }

    /**
     * Renders the file.
     *
     * @param avatar the id of an avatar in the folder
     * @return duration of the video in seconds
     * @throws avatar.contract.problem.AvatarException if it can't be rendered
     */
    public double save(String text, SpeechOptions speech, String avatar, RenderOptions options, Path target) {
        RenderSettings settings = settings(options, target);
        AtomicBoolean isStopped = new AtomicBoolean();
        try (LocalVoices voices = LocalVoices.open(data.voices());
                Narration narration = voices.say(text, speech, onVoiceChange);
                Interruption _ = Interruption.by(() -> isStopped.set(true));
                LoadedAvatar loaded = LocalAvatars.load(data.avatars(), avatar)) {
            Render render = RenderMaker.make(loaded, narration, settings, target, watcher(text.length(), isStopped));
            return render.duration().toNanos() / NANOS_PER_SECOND;
        } catch (CancellationException e) {
            throw new CliException("Stopped; nothing was written", e);
        }
    }

    private RenderWatcher watcher(int characters, AtomicBoolean isStopped) {
        long begun = System.nanoTime();
        return rendered -> {
            double share = Math.min(1, rendered.characters() / characters);
            double seconds = (System.nanoTime() - begun) / NANOS_PER_SECOND;
            progress.show("rendering", share * PERCENT, share > 0 ? seconds / share - seconds : null);
            return !isStopped.get();
        };
    }

    private static RenderSettings settings(RenderOptions options, Path target) {
        String ending = SaveFormat.of(target).map(SaveFormat::label).orElse("");
        RenderFormat format = RenderFormat.named(ending)
                .orElseThrow(() -> new CliException(
                        "Invalid file '%s': expected one that ends in .mp4 or .webm".formatted(target)));
        return new RenderSettings(
                format,
                options.fps(),
                options.width(),
                Objects.requireNonNullElse(duration(options.leadIn()), RenderSettings.DEFAULT_LEAD_IN),
                Objects.requireNonNullElse(duration(options.leadOut()), RenderSettings.DEFAULT_LEAD_OUT));
    }

    private static @Nullable Duration duration(@Nullable Double seconds) {
        return seconds == null ? null : Duration.ofNanos(Math.round(seconds * NANOS_PER_SECOND));
    }
}
