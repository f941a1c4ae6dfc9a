package avatar.launcher.up;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.bundle.AvatarIds;
import avatar.contract.problem.AvatarException;
import avatar.launcher.process.ChildProcess;
import avatar.launcher.process.Family;
import avatar.launcher.process.LaunchException;
import avatar.launcher.process.Output;
import avatar.launcher.process.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees to it that there is an avatar to show, by running setup-job where one has to be made. */
public final class AvatarMaker {

    public static final String DEFAULT = "default";

    /** What is outside the heap takes as much again. Most of the work is native: better compiled code would come too late. */
    static final List<String> JVM = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

    private final Installation installation;
    private final Path avatars;
    private final @Nullable String bootstrapServers;
    private final Output output;
    private final Family family;

    AvatarMaker(Installation installation, SystemPlan plan, Family family) {
        this(installation, plan.avatarsFolder(), plan.bootstrapServers(), new Terminal(), family);
    }

    /**
     * Makes them in a folder.
     *
     * @param bootstrapServers of the broker that is told how far it is; null if there is none
     * @param output where setup-job tells how far it is
     */
    public AvatarMaker(
            Installation installation, Path avatars, @Nullable String bootstrapServers, Output output, Family family) {
        this.installation = installation;
        this.avatars = avatars;
        this.bootstrapServers = bootstrapServers;
        this.output = output;
        this.family = family;
    }

    /**
     * The id of the avatar to show, which is there when this returns.
     *
     * @param source the video to make it of; without one, an avatar that is there already is taken, or the default one made
     * @param wanted its id; without one, it is called after the video
     * @throws LaunchException if it is not there and could not be made
     */
    public String provide(VideoOptions source, @Nullable String wanted) {
        Path video = source.video();
        if (video != null) {
            String id = wanted == null ? idOf(video) : wanted;
            List<String> make = new ArrayList<>(List.of("make", "--video", video.toString(), "--id", id));
            make.addAll(source.settings());
            setup(make);
            return id;
        }
        List<String> present = present();
        String id =
                wanted != null ? wanted : present.isEmpty() || present.contains(DEFAULT) ? DEFAULT : present.getFirst();
        if (id.equals(DEFAULT) && !isWhole(DEFAULT)) {
            setup(List.of("default"));
        } else if (!id.equals(DEFAULT) && !present.contains(id)) {
            throw new LaunchException("There is no avatar '%s' in %s, only %s; make it with ./avatar setup"
                    .formatted(id, avatars, present));
        }
        return id;
    }

    /** Spares the start of setup-job, which would look no closer. */
    private boolean isWhole(String id) {
        try {
            AvatarBundle.open(avatars.resolve(id));
            return true;
        } catch (AvatarException e) {
            return false;
        }
    }

    /** The ids of the avatars that lie there, in order. */
    private List<String> present() {
        AvatarFolder folder = new AvatarFolder(avatars);
        return folder.ids().stream().filter(folder::hasManifest).toList();
    }

    private void setup(List<String> what) {
        List<String> arguments = new ArrayList<>(what);
        arguments.addAll(List.of("--avatars", avatars.toString()));
        if (bootstrapServers != null) {
            arguments.addAll(List.of("--events", bootstrapServers));
        }
        ChildProcess job =
                family.add(ChildProcess.start("setup-job", installation.java("setup-job", JVM, arguments), output));
        int exitCode = job.ended().join();
        family.remove(job);
        if (exitCode != 0) {
            throw new LaunchException("The avatar could not be made: setup-job %s ended with exit code %d"
                    .formatted(what.getFirst(), exitCode));
        }
    }

    /** As setup-job would call it. */
    private static String idOf(Path video) {
        String name = video.getFileName().toString();
        return AvatarIds.ofFile(name)
                .orElseThrow(
                        () -> new LaunchException("No id can be made of '%s'; give one with --avatar".formatted(name)));
    }
}
