package avatar.phonetics.espeak;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;

/**
 * The main class of the process that runs espeak-ng: serves requests from standard input, until that ends, on standard
 * output.
 */
final class EspeakServer {

    static final byte SPEAK = 1;
    static final byte PHONEMES = 2;

    private final EspeakLibrary espeak;
    private final DataInputStream in;
    private final DataOutputStream out;

    private EspeakServer(EspeakLibrary espeak, DataInputStream in, DataOutputStream out) {
        this.espeak = espeak;
        this.in = in;
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
        try {
            EspeakLibrary espeak = new EspeakLibrary();
            out.writeBoolean(true);
            out.writeInt(espeak.sampleRateHz());
            EspeakWire.writeVoices(espeak.voices(), out);
            out.flush();
            new EspeakServer(espeak, in, out).serve();
        } catch (IllegalArgumentException | IllegalCallerException e) {
            out.writeBoolean(false);
            EspeakWire.writeString(String.valueOf(e.getMessage()), out);
            out.flush();
        }
    }

    private void serve() throws IOException {
        while (true) {
            byte what;
            try {
                what = in.readByte();
            } catch (EOFException e) {
                // The parent process has ended.
                return;
            }
            String voice = EspeakWire.readString(in);
            byte[] text = EspeakWire.readBytes(in);
            try {
                answer(what, voice, text);
            } catch (IllegalStateException e) {
                out.writeBoolean(false);
                EspeakWire.writeString(String.valueOf(e.getMessage()), out);
            }
            out.flush();
        }
    }

    private void answer(byte what, String voice, byte[] text) throws IOException {
        if (what == SPEAK) {
            int wordsPerMinute = in.readInt();
            int pitch = in.readInt();
            SynthesisLimits limits = new SynthesisLimits(in.readInt(), System.nanoTime() + in.readLong());
            espeak.setVoice(voice);
            Synthesis synthesis = espeak.speak(text, wordsPerMinute, pitch, limits);
            out.writeBoolean(true);
            EspeakWire.writeSynthesis(synthesis, out);
        } else {
            espeak.setVoice(voice);
            var clauses = espeak.phonemes(text);
            out.writeBoolean(true);
            EspeakWire.writeClauses(clauses, out);
        }
    }
}
