package avatar.cli.order;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of how a text is said. */
public final class Manner {

    @Option(names = "--voice", description = "Who speaks; './avatar voices' lists them (default: the system's).")
    private @Nullable String voice;

    @Option(names = "--rate", defaultValue = "1", description = "How fast, 0.5 to 2 (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(names = "--pitch", defaultValue = "1", description = "How high, 0.5 to 2 (default: ${DEFAULT-VALUE}).")
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

    /** As the API has it, with a text; fields can be added. */
    public Map<String, Object> order(String text) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("text", text);
        if (voice != null) {
            order.put("voice", voice);
        }
        order.put("rate", rate);
        order.put("pitch", pitch);
        order.put("ssml", isSsml);
        return order;
    }
}
