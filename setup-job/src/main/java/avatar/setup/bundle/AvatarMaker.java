package avatar.setup.bundle;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.mouths.sadtalker.SadTalkerMouths;
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

/** Makes an avatar of a video or a picture, unless it is there already. */
public final class AvatarMaker {

    /** Raised when the same video and settings give another bundle than before. */
    static final int VERSION = 3;

    private final Consumer<Step> listener;

    /** @param listener told how far it is */
    public AvatarMaker(Consumer<Step> listener) {
        this.listener = listener;
    }

    /**
     * Makes the bundle, or leaves the one that is there if it is whole and was made from the same video with the same settings.
     *
     * @throws AvatarException if it can't be made; then nothing was written
     */
    public Outcome make(AvatarRequest request) {
        try {
            AvatarManifest.Source source = sourceOf(request.source());
            Path target = request.target();
            if (!request.force() && isMade(target, source, request)) {
                return Outcome.wasThere(request.id(), target);
            }
            if (request.settings().engine() == Engine.SADTALKER) {
                request.settings().sadTalker().open();
            }
            Files.createDirectories(request.folder());
            try (BundleFolder folder = BundleFolder.beside(target)) {
                Progress progress = new Progress(
                        listener,
                        InstantSource.system(),
                        request.settings().engine().effort());
                String summary = new Making(request, source, folder, progress).run();
                folder.publish();
                SadTalkerMouths.forget(request.work());
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

    /**
     * What came of a request.
     *
     * @param line what was written where, in a sentence
     * @param isNew whether it was made now
     * @param stageSeconds how long each stage took
     */
    public record Outcome(String line, boolean isNew, Map<String, Double> stageSeconds) {

        public Outcome {
            stageSeconds = new LinkedHashMap<>(stageSeconds);
        }

        /** Nothing had to be done. */
        public static Outcome wasThere(String id, Path folder) {
            return new Outcome("Avatar '%s' is in %s already".formatted(id, folder), false, Map.of());
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
            throw new AvatarException(ErrorCode.UNREADABLE_VIDEO, "There is no file '%s'".formatted(file), e);
        } catch (IOException e) {
            throw new AvatarException(ErrorCode.UNREADABLE_VIDEO, "'%s' can't be read: %s".formatted(name, e), e);
        }
    }

    private static boolean isMade(Path target, AvatarManifest.Source source, AvatarRequest request) {
        return openIfWhole(target)
                .map(AvatarBundle::manifest)
                .filter(made -> made.source().sha256().equals(source.sha256()))
                .filter(made -> made.settings().equals(request.settings().toManifest()))
                .isPresent();
    }

    /** Whether there is a bundle, and nothing of it is missing or changed. */
    public static boolean isWhole(Path folder) {
        return openIfWhole(folder).isPresent();
    }

    /**
     * Whether there is a whole bundle that was made of another source or with other settings.
     *
     * @throws AvatarException {@code UNREADABLE_VIDEO} if the source can't be read
     */
    public static boolean wouldReplace(AvatarRequest request) {
        return isWhole(request.target()) && !isMade(request.target(), sourceOf(request.source()), request);
    }

    private static Optional<AvatarBundle> openIfWhole(Path folder) {
        try {
            return Optional.of(AvatarBundle.open(folder));
        } catch (AvatarException e) {
            return Optional.empty();
        }
    }
}
