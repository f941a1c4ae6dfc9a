package avatar.cli.render;

import avatar.cli.api.AvatarApi;
import avatar.cli.command.CliException;
import avatar.cli.command.Interruption;
import avatar.cli.command.ProgressLine;
import avatar.contract.api.RenderState;
import avatar.contract.api.RenderStatus;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Has a running system render a video, and downloads it; Ctrl-C cancels the render. */
public final class RemoteRender {

    private static final Duration POLL = Duration.ofMillis(250);

    private final AvatarApi api;
    private final ProgressLine progress;

    public RemoteRender(AvatarApi api, ProgressLine progress) {
        this.api = api;
        this.progress = progress;
    }

    /**
     * Renders a video, downloads it and deletes it on the system.
     *
     * @param request the body of the API request
     * @return duration of the video in seconds
     * @throws CliException if it can't be rendered or saved
     */
    public double save(Map<String, Object> request, Path target) {
        AtomicBoolean isStopped = new AtomicBoolean();
        try (Interruption _ = Interruption.by(() -> isStopped.set(true))) {
            String id = api.startRender(request).id();
            try {
                RenderStatus done = awaitDone(id, isStopped);
                String path = Objects.requireNonNull(done.url(), "A completed render has a path");
                SavedFile.write(target, file -> {
                    try (InputStream video = api.open(path)) {
                        Files.copy(video, file);
                    }
                });
                return done.duration() == null ? 0.0 : done.duration().toMillis() / 1000.0;
            } finally {
                api.deleteRender(id);
            }
        }
    }

    private RenderStatus awaitDone(String id, AtomicBoolean isStopped) {
        RenderStatus status = api.render(id);
        while (!status.state().isFinal()) {
            if (isStopped.get()) {
                throw new CliException("Stopped; nothing was written");
            }
            progress.show(status.state().label(), status.percent(), status.secondsLeft());
            LockSupport.parkNanos(POLL.toNanos());
            status = api.render(id);
        }
        if (status.state() != RenderState.DONE) {
            throw new CliException("The render failed: %s"
                    .formatted(Objects.requireNonNullElse(
                            status.detail(), "its state is " + status.state().label())));
        }
        return status;
    }
}
