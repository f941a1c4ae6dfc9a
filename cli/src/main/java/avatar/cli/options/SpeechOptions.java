package avatar.cli.options;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a voice: {@code --voice}, {@code --rate}, {@code --pitch}, {@code --ssml}. */
public final class SpeechOptions {

    @Option(names = "--voice", description = "The id of a voice; './avatar voices' lists them (default: the system's).")
    private @Nullable String voice;

    @Option(names = "--rate", defaultValue = "1", description = "The speed, 0.5 to 2 (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--pitch", defaultValue = "1", description = "The pitch, 0.5 to 2 (default: ${DEFAULT-VALUE}).")
    private double pitch;

    @Option(names = "--ssml", description = "The text is SSML.")
    private boolean isSsml;

    public @Nullable String voice() {
        return voice;
    }

    public double rate() {
        return rate;
    }

    public double pitch() {
        return pitch;
    }

    public boolean isSsml() {
        return isSsml;
    }

    /** The fields of an API request that speaks {@code text}; the caller may add more. */
    public Map<String, Object> request(String text) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("text", text);
        if (voice != null) {
            request.put("voice", voice);
        }
        request.put("rate", rate);
        request.put("pitch", pitch);
        request.put("ssml", isSsml);
        return request;
    }
}
