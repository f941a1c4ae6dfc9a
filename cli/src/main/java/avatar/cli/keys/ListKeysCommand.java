package avatar.cli.keys;

import avatar.access.AccessKey;
import avatar.access.Quota;
import avatar.cli.command.JsonFlag;
import avatar.cli.command.TextTable;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code avatar keys list}: lists the keys, without their secrets. */
@Command(name = "list", description = "Lists the API keys.", mixinStandardHelpOptions = true, sortOptions = false)
final class ListKeysCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Mixin
    private JsonFlag json = new JsonFlag();

    /** What is shown of a key. */
    record Line(
            String id, String name, String scope, List<String> channels, String createdAt, Map<Quota, Long> quotas) {

        static Line of(AccessKey key) {
            return new Line(
                    key.id(),
                    key.name(),
                    key.scope().label(),
                    key.channels(),
                    key.createdAt().truncatedTo(ChronoUnit.SECONDS).toString(),
                    new TreeMap<>(key.quotas()));
        }

        private String quotasInWords() {
            return quotas.entrySet().stream()
                    .map(quota -> quota.getKey().label() + "=" + quota.getValue())
                    .collect(Collectors.joining(" "));
        }
    }

    @Override
    public Integer call() {
        List<Line> lines = file.all().stream().map(Line::of).toList();
        String text = lines.isEmpty()
                ? "Found no keys in %s; './avatar keys create' makes one%n"
                        .formatted(file.keys().path())
                : table(lines);
        json.print(spec.commandLine().getOut(), lines, text);
        return 0;
    }

    private static String table(List<Line> lines) {
        TextTable table = new TextTable("ID", "NAME", "SCOPE", "CHANNELS", "CREATED", "A DAY");
        for (Line line : lines) {
            table.add(
                    line.id(),
                    line.name(),
                    line.scope(),
                    String.join(",", line.channels()),
                    line.createdAt(),
                    line.quotasInWords());
        }
        return table.toString();
    }
}
