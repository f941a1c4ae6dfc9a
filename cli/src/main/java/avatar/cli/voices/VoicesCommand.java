package avatar.cli.voices;

import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.command.TextTable;
import avatar.cli.local.DataOption;
import avatar.cli.local.LocalVoices;
import avatar.speech.synthesis.Voice;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code avatar voices}: lists the voices of the running system, or those of this machine, by language and engine. */
@Command(
        name = "voices",
        description = "Lists the voices of the running system; without one, those of this machine.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class VoicesCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--language", description = "Only voices of this language: de, or with a country, en-GB.")
    private @Nullable String language;

    @Option(names = "--engine", description = "Only voices of this engine: edge, piper, flite or espeak.")
    private @Nullable String engine;

    @Mixin
    private SystemOption system = new SystemOption();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private JsonFlag json = new JsonFlag();

    @Override
    public Integer call() {
        List<Voice> voices = all().stream()
                .filter(voice -> language == null || speaks(voice, language))
                .filter(voice -> engine == null || voice.engine().equalsIgnoreCase(engine))
                .sorted(Comparator.comparing(VoicesCommand::plainLanguage)
                        .thenComparing(Voice::engine)
                        .thenComparing(Voice::language)
                        .thenComparing(Voice::id))
                .toList();
        String lines = voices.isEmpty()
                ? "Found no voice for these options; './avatar voices' without --language and --engine lists all%n"
                        .formatted()
                : table(voices);
        json.print(spec.commandLine().getOut(), voices, lines);
        return 0;
    }

    private List<Voice> all() {
        return system.find()
                .map(api -> api.list("/api/v1/voices", new TypeReference<List<Voice>>() {}))
                .orElseGet(() -> LocalVoices.list(data.voices()));
    }

    private static boolean speaks(Voice voice, String wanted) {
        String tag = voice.language().toLowerCase(Locale.ROOT);
        String start = wanted.toLowerCase(Locale.ROOT).replace('_', '-');
        return tag.equals(start) || tag.startsWith(start + "-");
    }

    private static String plainLanguage(Voice voice) {
        return Locale.forLanguageTag(voice.language()).getLanguage();
    }

    private static String table(List<Voice> voices) {
        TextTable table = new TextTable("LANGUAGE", "ENGINE", "VOICE", "GENDER", "NAME");
        for (Voice voice : voices) {
            String gender =
                    voice.gender() == Voice.Gender.UNKNOWN ? "" : voice.gender().label();
            String reason = Objects.toString(voice.reason(), "unknown reason");
            String name = voice.available() ? voice.name() : "%s; can't speak: %s".formatted(voice.name(), reason);
            table.add(voice.language(), voice.engine(), voice.id(), gender, name);
        }
        return table.toString();
    }
}
