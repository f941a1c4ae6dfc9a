package avatar.cli.api;

import avatar.contract.speech.SpeechEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Server-sent events of a channel as they come. */
public final class EventStream implements AutoCloseable {

    private static final String DATA = "data:";

    private final BufferedReader lines;

    EventStream(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Waits for the next; empty when there come no more, for whatever reason. */
    public Optional<SpeechEvent> next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    byte[] event = line.substring(DATA.length()).strip().getBytes(StandardCharsets.UTF_8);
                    return Optional.of(SpeechEvent.fromBytes(event));
                }
            }
        } catch (IOException e) {
            // What is to come is asked for elsewhere.
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            // Nothing is lost with it.
        }
    }
}
