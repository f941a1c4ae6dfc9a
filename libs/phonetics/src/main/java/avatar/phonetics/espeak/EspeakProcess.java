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
 * espeak-ng in a process of its own, which is started again when it crashes or hangs: of random words of Devanagari,
 * espeak-ng 1.51 writes beyond its buffers, and that ends whatever process it is in. For one thread only.
 */
final class EspeakProcess {

    /** Work on one text; the process looks at its clock at every callback. */
    private static final Duration WORK = Duration.ofSeconds(20);

    private static final Duration TIMEOUT = WORK.plusSeconds(5);
    private static final Executor LATER = CompletableFuture.delayedExecutor(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);

    private @Nullable Connection connection;

    /**
     * What espeak-ng has, as it says when it is started.
     *
     * @throws IllegalArgumentException if the library is not there
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

    /** Says {@code text}, as {@link EspeakLibrary#speak} does. */
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

    /** The IPA of each clause, as {@link EspeakLibrary#phonemes} gives it. */
    List<NativeClause> phonemes(String voice, byte[] text) {
        return ask((in, out) -> {
            begin(EspeakServer.PHONEMES, voice, text, out);
            out.flush();
            requireDone(in);
            return EspeakWire.readClauses(in);
        });
    }

    /** A crash may be the late end of what an earlier text did, so the text gets a second chance in a new process. */
    private <T> T ask(Question<T> question) {
        try {
            return askOnce(question);
        } catch (IOException first) {
            try {
                return askOnce(question);
            } catch (IOException second) {
                throw new AvatarException(
                        ErrorCode.SYNTHESIS_FAILED, "espeak-ng crashed on the text, or hung, twice", second);
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
                        // What the JVM has to say would get between the answers.
                        "-Xlog:disable",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath(),
                        EspeakServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Connection(process);
    }

    /** Where the classes of this module are: a JAR, or a folder. */
    private static String classPath() {
        CodeSource source = EspeakServer.class.getProtectionDomain().getCodeSource();
        return source == null || source.getLocation() == null
                ? System.getProperty("java.class.path")
                : Path.of(source.getLocation().getPath()).toString();
    }

    /** Sends a question and reads its answer. */
    private interface Question<T> {
        T put(DataInputStream in, DataOutputStream out) throws IOException;
    }

    /** What espeak-ng has. */
    record Inventory(int sampleRateHz, List<NativeVoice> voices) {

        Inventory {
            voices = List.copyOf(voices);
        }
    }

    /** A process that runs, and the two ends of talking to it. */
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
