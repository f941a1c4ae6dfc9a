package avatar.phonetics.espeak;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.phonetics.espeak.EspeakLibrary.NativeClause;
import avatar.phonetics.espeak.EspeakLibrary.NativeVoice;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that runs espeak-ng, restarted when it crashes or hangs: some texts, random Devanagari words for
 * example, make espeak-ng 1.51 write beyond its buffers, which would end this process. Not thread-safe.
 */
final class EspeakProcess {

    /** The work limit for one text; the process checks it at every callback. */
    private static final Duration WORK = Duration.ofSeconds(20);

    private static final Duration TIMEOUT = WORK.plusSeconds(5);
    private static final Executor LATER = CompletableFuture.delayedExecutor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);

    private @Nullable Connection connection;

    /**
     * Starts the process and returns what its espeak-ng offers.
     *
     * @throws IllegalArgumentException if the library is missing
     */
    Inventory start() {
        try {
            Connection opened = connect();
            connection = opened;
            return opened.inventory;
        } catch (IOException e) {
            throw new IllegalArgumentException("its process did not start: " + e.getMessage(), e);
        }
    }

    /** Speaks {@code text} like {@link EspeakLibrary#speak}. */
    Synthesis speak(String voice, byte[] text, int wordsPerMinute, int pitch, int maxSamples) {
        return ask((in, out) -> {
            begin(EspeakServer.SPEAK, voice, text, out);
            out.writeInt(wordsPerMinute);
            out.writeInt(pitch);
            out.writeInt(maxSamples);
            out.writeLong(WORK.toNanos());
            out.flush();
            requireDone(in);
            return EspeakWire.readSynthesis(in);
        });
    }

    /** The IPA of each clause, like {@link EspeakLibrary#phonemes}. */
    List<NativeClause> phonemes(String voice, byte[] text) {
        return ask((in, out) -> {
            begin(EspeakServer.PHONEMES, voice, text, out);
            out.flush();
            requireDone(in);
            return EspeakWire.readClauses(in);
        });
    }

    /** Retries once in a new process: a crash may be a late effect of an earlier text. */
    private <T> T ask(Question<T> question) {
        try {
            return askOnce(question);
        } catch (IOException first) {
            try {
                return askOnce(question);
            } catch (IOException second) {
                throw new AvatarException(
                        ErrorCode.SYNTHESIS_FAILED,
                        "espeak-ng crashed or hung twice on the text; change the text or use another voice",
                        second);
            }
        }
    }

    private <T> T askOnce(Question<T> question) throws IOException {
        Connection open = connection == null ? connect() : connection;
        connection = open;
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(open.process::destroyForcibly, LATER);
        try {
            return question.put(open.in, open.out);
        } catch (IOException e) {
            connection = null;
            open.process.destroyForcibly();
            throw e;
        } finally {
            watchdog.cancel(false);
        }
    }

    private static void begin(byte what, String voice, byte[] text, DataOutputStream out) throws IOException {
        out.writeByte(what);
        EspeakWire.writeString(voice, out);
        EspeakWire.writeBytes(text, out);
    }

    private static void requireDone(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            throw new IllegalStateException(EspeakWire.readString(in));
        }
    }

    private static Connection connect() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+SuppressFatalErrorMessage",
                        // Messages of the JVM would corrupt the protocol.
                        "-Xlog:disable",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        EspeakServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Connection(process);
    }

    /** The location of this module's classes: a JAR or a folder. */
    private static String classPath() {
        CodeSource source = EspeakServer.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? System.getProperty("java.class.path")
                : Path.of(source.getLocation().getPath()).toString();
    }

    /** Sends a request and reads its response. */
    private interface Question<T> {
        T put(DataInputStream in, DataOutputStream out) throws IOException;
    }

    /** The sample rate and the voices of espeak-ng. */
    record Inventory(int sampleRateHz, List<NativeVoice> voices) {

        Inventory {
            voices = List.copyOf(voices);
        }
    }

    /** A running process with its input and output. */
    private static final class Connection {

        private final Process process;
        private final DataInputStream in;
        private final DataOutputStream out;
        private final Inventory inventory;

        Connection(Process process) throws IOException {
            this.process = process;
            this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
            this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            if (!in.readBoolean()) {
                throw new IllegalArgumentException(EspeakWire.readString(in));
            }
            this.inventory = new Inventory(in.readInt(), EspeakWire.readVoices(in));
        }
    }
}
