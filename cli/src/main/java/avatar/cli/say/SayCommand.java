package avatar.cli.say;

import avatar.cli.api.AvatarApi;
import avatar.cli.api.SystemOption;
import avatar.cli.command.JsonFlag;
import avatar.cli.options.SpeechOptions;
import avatar.cli.options.TextArgument;
import avatar.contract.api.UtteranceStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.speech.Channels;
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

/** {@code avatar say}: speech on a running system, through this machine's speaker, or to a file. */
@Command(
        name = "say",
        description = {
            "Speaks a text on a channel of the running system and waits for its end; without a system, through this"
                    + " machine's speaker.",
            "With --save the speech is written to a file: a video is rendered by the running system, or in this process"
                    + " if none runs; a sound always in this process."
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

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "The file to write: .mp4, .webm, or .wav for the sound only.")
    private @Nullable Path save;

    @Option(names = "--channel", description = "The id of the channel that speaks (default: main).")
    private @Nullable String channel;

    @Option(
            names = "--mode",
            description =
                    "replace: interrupts the speech of the channel; enqueue: waits for its end (default: replace).")
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
                        spec.commandLine(), "--channel and --mode are for speech on a running system, not for --save");
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
        String wanted = channel == null ? Channels.DEFAULT : valid(channel);
        new LiveSpeech(api, wanted, new Printer()).say(request);
    }

    private String valid(String id) {
        try {
            return Channels.requireValid(id);
        } catch (AvatarException e) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--channel': " + e.getMessage(), e);
        }
    }

    /** Prints a line for each state, and one when another voice takes over. */
    private final class Printer implements SpeechStages.Listener {

        @Override
        public void reached(UtteranceStatus utterance) {
            String detail = utterance.detail() == null ? "" : ": " + utterance.detail();
            print(utterance, utterance.state().label() + detail);
        }

        @Override
        public void voiceChanged(UtteranceStatus utterance) {
            print(utterance, "voice changed: " + utterance.detail());
        }

        private void print(UtteranceStatus utterance, String line) {
            json.print(spec.commandLine().getOut(), utterance, "%s%n".formatted(line));
        }
    }

    /** The modes of the API that speak; its mode to stop a channel is not offered here. */
    private enum Mode {
        REPLACE,
        ENQUEUE
    }
}
