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

/** Turns a form into a request that Kafka has, or leaves nothing. */
@Singleton
final class SetupIntake {

    private static final String NAMELESS = "avatar";

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
     * Asks for an avatar; returns when Kafka has the request.
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
            publisher.publish(enter(setup, source, form));
            isAccepted = true;
            return book.status(setup);
        } finally {
            if (!isAccepted) {
                book.forget(setup);
                uploads.delete(setup);
            }
        }
    }

    /** Asks for the end of a setup; one that has ended stays as it is. */
    SetupStatus cancel(String id) {
        Setup setup = book.require(id);
        if (!setup.state().isFinal()) {
            publisher.publish(SetupRequest.cancel(id, setup.avatar(), clock.instant()));
        }
        return book.status(id);
    }

    /** Chooses the name and enters it in one go, so that no two uploads get the same one. */
    private synchronized SetupRequest enter(String setup, String source, SetupForm form) {
        String id = form.id();
        if (id != null && !form.force() && book.isInTheMaking(id)) {
            throw new AvatarException(
                    ErrorCode.AVATAR_EXISTS,
                    "Avatar '%s' is in the making; wait for it, or choose another id".formatted(id));
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

    /** Of the file's name; the second of a name is called name-2. */
    private String freeId(String fileName) {
        String id = AvatarIds.ofFile(Uploads.plain(fileName)).orElse(NAMELESS);
        String free = id;
        for (int number = 2; avatars.contains(free) || book.isInTheMaking(free); number++) {
            free = AvatarIds.numbered(id, number);
        }
        return free;
    }

    /** Setup-job looks at the settings, too, and leaves what is there if they are the same, or fails. */
    private void requireSameSource(String id, Path file) {
        // A manifest that can't be read is nothing to lose.
        Optional<AvatarManifest> made = avatars.manifest(id);
        try {
            if (made.isPresent() && !made.get().source().sha256().equals(AvatarBundle.sha256(file))) {
                throw new AvatarException(
                        ErrorCode.AVATAR_EXISTS,
                        "There is an avatar '%s', made of '%s'; force replaces it"
                                .formatted(id, made.get().source().file()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
