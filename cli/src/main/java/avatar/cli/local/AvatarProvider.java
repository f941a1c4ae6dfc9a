package avatar.cli.local;

import avatar.cli.command.Interruption;
import avatar.launcher.process.ErrorTerminal;
import avatar.launcher.process.Family;
import avatar.launcher.up.AvatarMaker;
import avatar.launcher.up.Installation;
import avatar.launcher.up.VideoOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Provides an avatar: an existing one, or one that setup-job creates first in a child process. */
public final class AvatarProvider {

    @Mixin
    private VideoOptions video = new VideoOptions();

    public boolean isGiven() {
        return video.video() != null;
    }

    /**
     * Returns the id of an avatar that exists; Ctrl-C stops its creation.
     *
     * @param wanted its id; null for any
     * @throws avatar.launcher.process.LaunchException if it can't be created
     */
    public String provide(DataOption data, @Nullable String wanted) {
        try (Family family = new Family();
                Interruption _ = Interruption.by(family::close)) {
            return new AvatarMaker(Installation.own(), data.avatars(), null, new ErrorTerminal(), family)
                    .provide(video, wanted);
        }
    }
}
