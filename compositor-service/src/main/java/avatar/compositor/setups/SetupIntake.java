package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.bundle.AvatarIds;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupAction;
import avatar.contract.setup.SetupRequest;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Requests setups of setup-job: either Kafka has the request, or the upload is deleted. */
@Singleton
final class SetupIntake {

    private static final String DEFAULT_ID = "avatar";

    private final AvatarFolder avatars;
    private final Uploads uploads;
    private final SetupBook book;
    private final SetupRequestPublisher publisher;
    private final InstantSource clock;

    SetupIntake(
            AvatarFolder avatars,
            Uploads uploads,
            SetupBook book,
            SetupRequestPublisher publisher,
            InstantSource clock) {
        this.avatars = avatars;
        this.clock = clock;
        this.uploads = uploads;
        this.book = book;
        this.publisher = publisher;
    }

    /**
     * Requests an avatar; returns when Kafka has the request.
     *
     * @throws AvatarException {@link ErrorCode#AVATAR_EXISTS}, {@link ErrorCode#KAFKA_UNAVAILABLE}
     */
    SetupStatus accept(SetupForm form) {
        String setup = UUID.randomUUID().toString();
        String id = form.id();
        if (id != null && !form.force()) {
            requireSameSource(id, form.file());
        }
        String source = uploads.assign(form.file(), setup, form.fileName());
        boolean isAccepted = false;
        try {
            publisher.publish(record(setup, source, form));
            isAccepted = true;
            return book.status(setup);
        } finally {
            if (!isAccepted) {
                book.forget(setup);
                uploads.delete(setup);
            }
        }
    }

    /** Requests the cancellation of a setup; one that has ended stays as it is. */
    SetupStatus cancel(String id) {
        Setup setup = book.require(id);
        if (!setup.state().isFinal()) {
            publisher.publish(SetupRequest.cancel(id, setup.avatar(), clock.instant()));
        }
        return book.status(id);
    }

    /** Chooses the id and records it in one step, so that no two uploads get the same one. */
    private synchronized SetupRequest record(String setup, String source, SetupForm form) {
        String id = form.id();
        if (id != null && !form.force() && book.isBeingMade(id)) {
            throw new AvatarException(
                    ErrorCode.AVATAR_EXISTS,
                    "A setup of avatar '%s' is running; wait for it, or choose another id".formatted(id));
        }
        SetupRequest request = new SetupRequest(
                SetupRequest.SCHEMA_VERSION,
                setup,
                SetupAction.MAKE,
                id != null ? id : freeId(form.fileName()),
                source,
                form.fileName(),
                form.frame(),
                form.size(),
                form.engine(),
                form.blink(),
                form.force(),
                clock.instant());
        book.record(request);
        return request;
    }

    /** An id after the file's name; the second of a name gets the suffix -2. */
    private String freeId(String fileName) {
        String id = AvatarIds.ofFile(Uploads.plain(fileName)).orElse(DEFAULT_ID);
        String free = id;
        for (int number = 2; avatars.contains(free) || book.isBeingMade(free); number++) {
            free = AvatarIds.numbered(id, number);
        }
        return free;
    }

    /** Settings are compared by setup-job, which keeps an avatar of the same settings, or fails. */
    private void requireSameSource(String id, Path file) {
        // An avatar without a readable manifest may be replaced.
        Optional<AvatarManifest> made = avatars.manifest(id);
        try {
            if (made.isPresent() && !made.get().source().sha256().equals(AvatarBundle.sha256(file))) {
                throw new AvatarException(
                        ErrorCode.AVATAR_EXISTS,
                        "Avatar '%s' exists, made of '%s'; choose another id, or replace it with force"
                                .formatted(id, made.get().source().file()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
