package avatar.speech.piper;

import java.nio.file.Path;

/**
 * Settings of Piper's voices.
 *
 * @param folder of the voices, {@code *.onnx} each with its {@code *.onnx.json}; read once, when the engine is opened
 * @param threads per clause, 1 to {@value #MAX_THREADS}
 */
public record PiperSettings(Path folder, int threads) {

    static final int MAX_THREADS = 64;

    /** One thread: the other cores render frames at the same time. */
    public static final PiperSettings DEFAULT = new PiperSettings(Path.of("data", "voices"), 1);

    /** @throws IllegalArgumentException if {@code threads} is out of range */
    public PiperSettings {
        if (threads < 1 || threads > MAX_THREADS) {
            throw new IllegalArgumentException(
                    "avatar.tts.piper.threads is %d, expected 1 to %d".formatted(threads, MAX_THREADS));
        }
    }
}
