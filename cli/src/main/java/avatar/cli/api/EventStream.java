package avatar.cli.api;

import avatar.contract.speech.SpeechEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The server-sent events of a channel, in the order of their arrival. */
public final class EventStream implements AutoCloseable {

    private static final String DATA = "data:";

    private final BufferedReader lines;

    EventStream(InputStream body) {
        this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Waits for the next event; empty when the stream has ended or broken off. */
    public Optional<SpeechEvent> next() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    byte[] event = line.substring(DATA.length()).strip().getBytes(StandardCharsets.UTF_8);
                    return Optional.of(SpeechEvent.fromBytes(event));
                }
            }
        } catch (IOException e) {
            // The caller then polls for the state.
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            // Nothing is lost.
        }
    }
}
