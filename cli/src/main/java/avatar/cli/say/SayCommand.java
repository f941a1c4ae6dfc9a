package avatar.cli.say;

import avatar.cli.api.AvatarApi;
import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.options.SpeechOptions;
import avatar.cli.options.TextArgument;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.speech.Channels;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code avatar say}: speech on a running system, from this machine's speaker, or in a file. */
@Command(
        name = "say",
        description = {
            "Says a text on a channel of the running system, until it is said; without one, through this machine's speaker.",
            "With --save the speech goes into a file: a movie is made by the running system, or in this process if none runs;"
                    + " a sound always in this process."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class SayCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private TextArgument text = new TextArgument();

    @Mixin
    private SpeechOptions speech = new SpeechOptions();

    @Option(names = "--save", paramLabel = "FILE", description = "Saves it: .mp4, .webm, or .wav for the sound alone.")
    private @Nullable Path save;

    @Option(names = "--channel", description = "Where it is said (default: main).")
    private @Nullable String channel;

    @Option(names = "--mode", description = "replace what is being said, or enqueue behind it (default: replace).")
    private @Nullable Mode mode;

    @Mixin
    private SystemOption system = new SystemOption();

    @Mixin
    private Saving saving = new Saving();

    @Mixin
    private JsonFlag json = new JsonFlag();

    @Override
    public Integer call() {
        String words = text.read(spec);
        if (save != null) {
            if (channel != null || mode != null) {
                throw new ParameterException(
                        spec.commandLine(), "--channel and --mode are for speech that is heard, not for --save");
            }
            saving.save(words, speech, save, system, spec, json);
            return 0;
        }
        saving.requireNone(spec, "--save");
        Optional<AvatarApi> running = system.find();
        if (running.isPresent()) {
            follow(running.get(), words);
        } else {
            new Speaker(spec.commandLine().getErr()).say(words, speech, saving.data());
        }
        return 0;
    }

    private void follow(AvatarApi api, String words) {
        Map<String, Object> request = speech.request(words);
        if (mode != null) {
            request.put("mode", mode.name().toLowerCase(Locale.ROOT));
        }
        String wanted = channel == null ? Channels.DEFAULT : Channels.requireValid(channel);
        new LiveSpeech(api, wanted, this::print).say(request);
    }

    private void print(UtteranceStatus utterance) {
        PrintWriter out = spec.commandLine().getOut();
        String detail = utterance.detail() == null ? "" : ": " + utterance.detail();
        json.print(out, utterance, "%s%s%n".formatted(utterance.state().label(), detail));
    }

    /** What it does to the speech before it; a caller can't have a channel stopped this way. */
    private enum Mode {
        REPLACE,
        ENQUEUE
    }
}
