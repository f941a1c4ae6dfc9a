package avatar.cli.avatars;

import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.command.TextTable;
import avatar.cli.local.DataOption;
import avatar.cli.local.LocalAvatars;
import avatar.contract.api.AvatarSummary;
import com.fasterxml.jackson.core.type.TypeReference;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code avatar avatars}: lists the avatars of the running system, or those in the data folder. */
@Command(
        name = "avatars",
        description = "Lists the avatars of the running system; without one, those in the data folder.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class AvatarsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SystemOption system = new SystemOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonFlag json = new JsonFlag();

    @Override
    public Integer call() {
        List<AvatarSummary> avatars = system.find()
                .map(api -> api.list("/api/v1/avatars", new TypeReference<List<AvatarSummary>>() {}))
                .orElseGet(() -> LocalAvatars.in(data.avatars()));
        String lines = avatars.isEmpty()
                ? "Found no avatar in %s; './avatar setup' creates one%n".formatted(data.avatars())
                : table(avatars);
        json.print(spec.commandLine().getOut(), avatars, lines);
        return 0;
    }

    private static String table(List<AvatarSummary> avatars) {
        TextTable table = new TextTable("ID", "SIZE", "FPS", "FRAMES", "ENGINE", "SOURCE");
        for (AvatarSummary avatar : avatars) {
            if (avatar.ready()) {
                table.add(
                        avatar.id(),
                        avatar.width() + "x" + avatar.height(),
                        rate(avatar.fps()),
                        text(avatar.frames()),
                        text(avatar.engine()),
                        text(avatar.source()));
            } else {
                table.add(avatar.id(), "", "", "", "", "not ready: " + avatar.problem());
            }
        }
        return table.toString();
    }

    private static String rate(@Nullable Double fps) {
        return fps == null ? "" : new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(fps);
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
