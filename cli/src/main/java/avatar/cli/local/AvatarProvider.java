package avatar.cli.local;

import avatar.cli.command.Interruption;
import avatar.launcher.process.ErrorTerminal;
import avatar.launcher.process.Family;
import avatar.launcher.up.AvatarMaker;
import avatar.launcher.up.Installation;
import avatar.launcher.up.VideoOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** The options of an avatar that is made first, by setup-job in a child process, unless it is there. */
public final class AvatarProvider {

    @Mixin
    private VideoOptions video = new VideoOptions();

    public boolean isGiven() {
        return video.video() != null;
    }

    /**
     * The id of an avatar that is there when this returns; Ctrl-C ends its making.
     *
     * @param wanted what it is called; null if nobody cares
     * @throws avatar.launcher.process.LaunchException if it can't be made
     */
    public String provide(DataOption data, @Nullable String wanted) {
        try (Family family = new Family();
                Interruption _ = Interruption.by(family::close)) {
            return new AvatarMaker(Installation.own(), data.avatars(), null, new ErrorTerminal(), family)
                    .provide(video, wanted);
        }
    }
}
