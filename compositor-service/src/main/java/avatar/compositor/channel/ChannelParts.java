package avatar.compositor.channel;

import avatar.contract.bundle.AvatarFolder;
import avatar.kit.time.NanoClock;
import avatar.pictures.frame.FrameSettings;
import avatar.pictures.library.AvatarLibrary;
import avatar.pictures.library.Bundles;
import avatar.pictures.playback.FrameScheduler;
import avatar.pictures.playback.PlaybackSettings;
import avatar.pictures.playback.ProgressReports;
import avatar.pictures.playback.SpeechEvents;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The parts that the channels of this replica share: avatars, frame scheduler, settings. */
@Singleton
class ChannelParts {

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final ExecutorService loaders = Executors.newFixedThreadPool(
            cores, Thread.ofPlatform().daemon().name("avatar-loader-", 1).factory());
    private final FrameScheduler scheduler = new FrameScheduler(cores);

    void stop(@Observes ShutdownEvent event) {
        scheduler.close();
        loaders.shutdownNow();
    }

    @Produces
    @Singleton
    AvatarFolder folder(AvatarsConfig config) {
        return new AvatarFolder(config.folder());
    }

    @Produces
    @Singleton
    AvatarLibrary library(AvatarFolder folder, FrameConfig frames, ChannelConfig config, NanoClock nanos) {
        FrameSettings settings = settings(frames);
        return new AvatarLibrary(
                new Bundles(folder, settings.format()),
                settings.strength(),
                config.mouthCache().asLongValue(),
                loaders,
                nanos);
    }

    @Produces
    @Singleton
    FrameScheduler scheduler() {
        return scheduler;
    }

    @Produces
    @Singleton
    LiveChannel.Parts parts(
            AvatarLibrary library,
            PlaybackConfig playback,
            SpeechEvents events,
            ProgressReports progress,
            ChannelConfig config) {
        return new LiveChannel.Parts(library, scheduler, settings(playback), events, progress, config.retryEvery());
    }

    static PlaybackSettings settings(PlaybackConfig config) {
        return new PlaybackSettings(config.transitionFrames(), config.audioAhead(), config.waitingNotice());
    }

    static FrameSettings settings(FrameConfig config) {
        return new FrameSettings(config.strength(), config.quality(), config.chroma());
    }
}
