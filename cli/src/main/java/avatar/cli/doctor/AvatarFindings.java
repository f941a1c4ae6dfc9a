package avatar.cli.doctor;

import avatar.cli.local.LocalAvatars;
import avatar.contract.api.AvatarSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Checks whether avatars exist and are complete. */
final class AvatarFindings {

    private AvatarFindings() {}

    static List<Finding> in(Path folder) {
        List<AvatarSummary> avatars = LocalAvatars.in(folder);
        return avatars.isEmpty()
                ? List.of(Finding.note("avatars", "none in " + folder, "./avatar setup (./avatar up does this itself)"))
                : avatars.stream().map(AvatarFindings::finding).toList();
    }

    private static Finding finding(AvatarSummary avatar) {
        String what = "avatar " + avatar.id();
        if (avatar.ready()) {
            return Finding.ok(
                    what, "complete; %sx%s, made of %s".formatted(avatar.width(), avatar.height(), avatar.source()));
        }
        String todo = avatar.id().equals("default")
                ? "./avatar setup --force"
                : "./avatar setup --force --id %s --video FILE".formatted(avatar.id());
        return Finding.missing(what, Objects.toString(avatar.problem()), todo);
    }
}
