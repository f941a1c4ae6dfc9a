package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.folder.Folders;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.setup.progress.Progress;
import avatar.setup.progress.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes an avatar of a video or a picture, unless the same one exists. */
public final class AvatarMaker {

    /** Raised when the same video and settings give another bundle than before. */
    static final int VERSION = 3;

    private final Consumer<Step> listener;
    private final InstantSource clock;

    /** @param listener called with every step; what it throws ends the work */
    public AvatarMaker(Consumer<Step> listener, InstantSource clock) {
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Makes the bundle, or keeps an existing one if it is complete and was made of the same source with the same
     * settings.
     *
     * @throws AvatarException if it can't be made; then nothing was written
     */
    public Outcome make(AvatarRequest request) {
        try {
            AvatarManifest.Source source = sourceOf(request.source());
            Path target = request.target();
            if (!request.force() && isMade(target, source, request)) {
                return Outcome.existed(request.id(), target);
            }
            request.settings().engine().prepare();
            Files.createDirectories(request.folder());
            try (BundleFolder folder = BundleFolder.beside(target)) {
                Progress progress = new Progress(
                        listener, clock, request.settings().engine().effort());
                String summary = new Making(request, source, folder, progress).run();
                folder.publish();
                Folders.delete(request.work());
                String line = "Avatar '%s' written to %s: %s".formatted(request.id(), target, summary);
                return new Outcome(line, true, progress.seconds());
            }
        } catch (IOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED, "Avatar '%s' can't be written: %s".formatted(request.id(), e), e);
        } catch (UncheckedIOException e) {
            throw new AvatarException(
                    ErrorCode.SETUP_FAILED,
                    "Avatar '%s' can't be written: %s".formatted(request.id(), e.getCause()),
                    e);
        }
    }

    /** Deletes what a process left that was killed while it made the bundle; not if another process makes it now. */
    public static void discard(AvatarRequest request) {
        try {
            if (Files.isDirectory(request.folder())) {
                BundleFolder.beside(request.target()).close();
            }
        } catch (IOException | UncheckedIOException | AvatarException e) {
            // The next process that makes it deletes it.
        }
    }

    /**
     * The result of a request.
     *
     * @param line what was written where, in a sentence
     * @param isNew whether the avatar was made now
     * @param stageSeconds the time of each stage
     */
    public record Outcome(String line, boolean isNew, Map<String, Double> stageSeconds) {

        public Outcome {
            stageSeconds = new LinkedHashMap<>(stageSeconds);
        }

        /** The result if the avatar existed. */
        public static Outcome existed(String id, Path folder) {
            return new Outcome("Avatar '%s' is in %s already".formatted(id, folder), false, Map.of());
        }

        /** The same with a remark at the end of its line. */
        public Outcome withRemark(String remark) {
            return new Outcome(line + "; " + remark, isNew, stageSeconds);
        }
    }

    private static AvatarManifest.Source sourceOf(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new AvatarException(ErrorCode.UNREADABLE_VIDEO, "'%s' is not a file".formatted(name));
        }
        try {
            return new AvatarManifest.Source(name, AvatarBundle.sha256(file));
        } catch (NoSuchFileException e) {
            throw new AvatarException(ErrorCode.UNREADABLE_VIDEO, "File '%s' does not exist".formatted(file), e);
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.UNREADABLE_VIDEO, "'%s' can't be read: %s".formatted(name, e), e);
        }
    }

    private static boolean isMade(Path target, AvatarManifest.Source source, AvatarRequest request) {
        return openIfComplete(target)
                .map(AvatarBundle::manifest)
                .filter(made -> made.source().sha256().equals(source.sha256()))
                .filter(made -> made.settings().equals(request.settings().toManifest()))
                .isPresent();
    }

    /** Whether a bundle exists of which no file is missing or changed. */
    public static boolean isComplete(Path folder) {
        return openIfComplete(folder).isPresent();
    }

    /**
     * Whether a complete bundle exists that was made of another source or with other settings.
     *
     * @throws AvatarException {@code UNREADABLE_VIDEO} if the source can't be read
     */
    public static boolean wouldReplace(AvatarRequest request) {
        return isComplete(request.target()) && !isMade(request.target(), sourceOf(request.source()), request);
    }

    private static Optional<AvatarBundle> openIfComplete(Path folder) {
        try {
            return Optional.of(AvatarBundle.open(folder));
        } catch (AvatarException e) {
            return Optional.empty();
        }
    }
}
