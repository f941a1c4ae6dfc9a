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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Provides the avatar to show: an existing one, or one that setup-job creates. */
public final class AvatarMaker {

    public static final String DEFAULT = "default";

    /**
     * Memory outside the heap takes as much again. Most of the work is native: better compiled code would come too
     * late.
     */
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
     * A maker of avatars in a folder.
     *
     * @param bootstrapServers of the broker that receives the events of setup-job; null: none
     * @param output receives the output of setup-job, its progress included
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
     * Returns the id of the avatar to show, which then exists.
     *
     * @param source the video to make it of; without one, an existing avatar is taken, or the default one created
     * @param wanted its id; null: made of the video's name
     * @throws LaunchException if it doesn't exist and could not be created
     */
    public String provide(VideoOptions source, @Nullable String wanted) {
        Path video = source.video();
        if (video != null) {
            if (!Files.isRegularFile(video)) {
                throw new LaunchException(
                        "Found no file '%s'; expected --video with a video or a picture of a face".formatted(video));
            }
            String id = wanted == null ? idOf(video) : wanted;
            List<String> make = new ArrayList<>(List.of("make", "--video", video.toString(), "--id", id));
            make.addAll(source.settings());
            setup(make);
            return id;
        }
        List<String> existing = existing();
        String id = wanted != null
                ? wanted
                : existing.isEmpty() || existing.contains(DEFAULT) ? DEFAULT : existing.getFirst();
        if (id.equals(DEFAULT) && !isComplete(DEFAULT)) {
            setup(List.of("default"));
        } else if (!id.equals(DEFAULT) && !existing.contains(id)) {
            throw new LaunchException(
                    "Found no avatar '%s' in %s, %s; create it with ./avatar setup --id %s --video FILE"
                            .formatted(id, avatars, existing.isEmpty() ? "and no other" : "only " + existing, id));
        }
        return id;
    }

    /** Saves the start of setup-job, which would check the same. */
    private boolean isComplete(String id) {
        try {
            AvatarBundle.open(avatars.resolve(id));
            return true;
        } catch (AvatarException e) {
            return false;
        }
    }

    /** The ids of the existing avatars, sorted. */
    private List<String> existing() {
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
            throw new LaunchException(
                    "The avatar could not be created: setup-job %s ended with exit code %d; its output is above"
                            .formatted(what.getFirst(), exitCode));
        }
    }

    /** The id that setup-job would choose. */
    private static String idOf(Path video) {
        String name = video.getFileName().toString();
        return AvatarIds.ofFile(name)
                .orElseThrow(() -> new LaunchException(
                        "Found no letter or digit for an id in '%s'; choose the id with --avatar".formatted(name)));
    }
}
