package avatar.pictures.encoding;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.encoding.RenderWatcher.Progress;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import avatar.pictures.playback.OfflinePlayback;
import avatar.pictures.playback.Pictures;
import avatar.pictures.playback.PlaybackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Makes renders: the frames and the sound that a channel would show and play of an utterance, between two stretches
 * of silence. Segments are taken when their frames are made, so that memory does not grow with the speech.
 */
public final class RenderMaker {

    /** The ending of the names of incomplete files; they begin with a dot. */
    public static final String UNFINISHED = ".part";

    /** Segments are taken when they are needed, so none is late and none waits. */
    private static final PlaybackSettings PLAYBACK = new PlaybackSettings(1, Duration.ofSeconds(1), Duration.ofDays(1));

    private final Pictures pictures;
    private final RenderSettings settings;
    private final RenderWatcher watcher;
    private final double fps;
    private final OfflinePlayback playback;
    private final Script script;

    private RenderMaker(
            Pictures pictures, Iterator<SpeechSegment> speech, RenderSettings settings, RenderWatcher watcher) {
        Double wanted = settings.fps();
        this.pictures = pictures;
        this.settings = settings;
        this.watcher = watcher;
        this.fps = wanted == null ? pictures.avatar().fps() : wanted;
        this.playback = new OfflinePlayback(pictures, fps, settings.leadIn(), PLAYBACK);
        this.script = new Script(speech);
    }

    /**
     * Makes a render. The file appears under its name when it is complete; a file of that name is replaced.
     *
     * @param pictures of the avatar
     * @param speech the segments of one utterance, the last of them marked; any exception it throws ends the render
     * @throws AvatarException {@link ErrorCode#INVALID_RENDER} if the settings don't fit the avatar, {@link
     *     ErrorCode#SYNTHESIS_FAILED} if the speech ends before its last segment, {@link ErrorCode#RENDER_FAILED}
     *     if the file can't be written
     * @throws CancellationException if the watcher cancels it
     */
    public static Render make(
            Pictures pictures,
            Iterator<SpeechSegment> speech,
            RenderSettings settings,
            Path file,
            RenderWatcher watcher) {
        Path unfinished = file.resolveSibling(".%s.%s%s".formatted(file.getFileName(), UUID.randomUUID(), UNFINISHED));
        try {
            try {
                long frames = new RenderMaker(pictures, speech, settings, watcher).write(unfinished);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return render(file, frames, settings, pictures.avatar());
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.RENDER_FAILED, "The render can't be written: %s".formatted(e), e);
        }
    }

    private static Render render(Path file, long frames, RenderSettings settings, Avatar avatar) throws IOException {
        double fps = settings.fps() == null ? avatar.fps() : settings.fps();
        return new Render(file, lengthOf(frames, fps), frames, Files.size(file));
    }

    private long write(Path path) {
        Avatar avatar = pictures.avatar();
        RenderSettings.Size own = new RenderSettings.Size(avatar.width(), avatar.height());
        RenderSettings.Size size = settings.size(avatar.width(), avatar.height());
        try (RenderFile file = RenderFile.create(path, settings.format(), own, size, fps)) {
            long frame = 0;
            while (frame < frames()) {
                writeFrame(file);
                frame++;
                report(frame);
            }
            file.finish(lengthOf(frame, fps));
            return frame;
        }
    }

    /** The number of frames of the render; unbounded while its last segment has not come. */
    private long frames() {
        if (playback.isTimeForSpeech()) {
            while (script.hasNext() && playback.end().compareTo(playback.nextEnd()) < 0) {
                playback.add(script.next(playback.end()));
            }
        }
        if (script.hasNext()) {
            return Long.MAX_VALUE;
        }
        Duration length = playback.end().plus(settings.leadOut());
        return Math.max(1, Math.round(length.toNanos() / 1e9 * fps));
    }

    private void writeFrame(RenderFile file) {
        Frame frame = playback.next();
        for (AudioClip clip : playback.newSound()) {
            file.write(Duration.between(Instant.EPOCH, clip.soundsAt()), clip.sampleRateHz(), clip.samples());
        }
        file.write(frame.picture().jpeg());
    }

    private void report(long frames) {
        Duration length = lengthOf(frames, fps);
        if (!watcher.written(new Progress(frames, length, script.charactersUntil(length)))) {
            throw new CancellationException("The render was cancelled");
        }
    }

    private static Duration lengthOf(long frames, double fps) {
        return Duration.ofNanos(Math.round(frames * 1e9 / fps));
    }
}
