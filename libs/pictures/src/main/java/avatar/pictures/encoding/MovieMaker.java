package avatar.pictures.encoding;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechSegment;
import avatar.pictures.avatar.Avatar;
import avatar.pictures.encoding.MovieWatcher.Progress;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import avatar.pictures.playback.Pictures;
import avatar.pictures.playback.PlaybackSettings;
import avatar.pictures.playback.Rehearsal;
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
 * Makes films: the frames and the sound that a channel would show and play of an utterance, in between two stretches in which nobody
 * speaks. Segments are taken as they are filmed, so that the memory it takes does not grow with the speech.
 */
public final class MovieMaker {

    /** How the names of files end that are not whole; they begin with a dot. */
    public static final String UNFINISHED = ".part";

    /** Segments are taken when they are needed, so none is late and none waits. */
    private static final PlaybackSettings PLAYBACK =
            new PlaybackSettings(1, Duration.ofSeconds(1), Duration.ofDays(1), Duration.ofDays(1));

    private final Pictures pictures;
    private final MovieSettings settings;
    private final MovieWatcher watcher;
    private final double fps;
    private final Rehearsal rehearsal;
    private final Script script;

    private MovieMaker(
            Pictures pictures, Iterator<SpeechSegment> speech, MovieSettings settings, MovieWatcher watcher) {
        Double wanted = settings.fps();
        this.pictures = pictures;
        this.settings = settings;
        this.watcher = watcher;
        this.fps = wanted == null ? pictures.avatar().fps() : wanted;
        this.rehearsal = new Rehearsal(pictures, fps, settings.leadIn(), PLAYBACK);
        this.script = new Script(speech);
    }

    /**
     * Makes a film. The file is there when this returns, and only then; a file that was there before is replaced.
     *
     * @param pictures of the avatar
     * @param speech the segments of one utterance, the last of them marked; whatever it throws ends the film
     * @throws AvatarException {@link ErrorCode#INVALID_RENDER} if the avatar can't be filmed so, {@link
     *     ErrorCode#SYNTHESIS_FAILED} if the speech ends before its last segment, {@link ErrorCode#RENDER_FAILED} if the
     *     file can't be written
     * @throws CancellationException if the watcher does not want it any more
     */
    public static Movie make(
            Pictures pictures,
            Iterator<SpeechSegment> speech,
            MovieSettings settings,
            Path file,
            MovieWatcher watcher) {
        Path unfinished = file.resolveSibling(".%s.%s%s".formatted(file.getFileName(), UUID.randomUUID(), UNFINISHED));
        try {
            try {
                long frames = new MovieMaker(pictures, speech, settings, watcher).film(unfinished);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
                return movie(file, frames, settings, pictures.avatar());
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.RENDER_FAILED, "The film can't be written: %s".formatted(e), e);
        }
    }

    private static Movie movie(Path file, long frames, MovieSettings settings, Avatar avatar) throws IOException {
        double fps = settings.fps() == null ? avatar.fps() : settings.fps();
        return new Movie(file, lengthOf(frames, fps), frames, Files.size(file));
    }

    private long film(Path path) {
        Avatar avatar = pictures.avatar();
        MovieSettings.Size own = new MovieSettings.Size(avatar.width(), avatar.height());
        MovieSettings.Size size = settings.size(avatar.width(), avatar.height());
        try (MovieFile file = MovieFile.create(path, settings.format(), own, size, fps)) {
            long frame = 0;
            while (frame < wanted()) {
                film(file);
                frame++;
                tell(frame);
            }
            file.finish(lengthOf(frame, fps));
            return frame;
        }
    }

    /** How many frames there will be; more than there are while nobody knows. */
    private long wanted() {
        if (rehearsal.isTimeForSpeech()) {
            while (script.hasNext() && rehearsal.end().compareTo(rehearsal.nextEnd()) < 0) {
                rehearsal.add(script.next(rehearsal.end()));
            }
        }
        if (script.hasNext()) {
            return Long.MAX_VALUE;
        }
        Duration length = rehearsal.end().plus(settings.leadOut());
        return Math.max(1, Math.round(length.toNanos() / 1e9 * fps));
    }

    private void film(MovieFile file) {
        Frame frame = rehearsal.next();
        for (AudioClip clip : rehearsal.newSound()) {
            file.write(Duration.between(Instant.EPOCH, clip.soundsAt()), clip.sampleRateHz(), clip.samples());
        }
        file.write(frame.picture().jpeg());
    }

    private void tell(long frames) {
        Duration filmed = lengthOf(frames, fps);
        if (!watcher.filmed(new Progress(frames, filmed, script.charactersUntil(filmed)))) {
            throw new CancellationException("The film is not wanted any more");
        }
    }

    private static Duration lengthOf(long frames, double fps) {
        return Duration.ofNanos(Math.round(frames * 1e9 / fps));
    }
}
