package avatar.phonetics.espeak;

import avatar.phonetics.espeak.EspeakLibrary.NativeClause;
import avatar.phonetics.espeak.EspeakLibrary.NativeVoice;
import avatar.phonetics.espeak.Synthesis.Event;
import avatar.phonetics.espeak.Synthesis.PhonemeStart;
import avatar.phonetics.espeak.Synthesis.WordStart;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The protocol between this process and the one that runs espeak-ng. */
final class EspeakWire {

    private static final byte WORD = 1;
    private static final byte PHONEME = 2;

    private EspeakWire() {}

    static void writeVoices(List<NativeVoice> voices, DataOutputStream out) throws IOException {
        out.writeInt(voices.size());
        for (NativeVoice voice : voices) {
            writeString(voice.name(), out);
            writeString(voice.file(), out);
            out.writeInt(voice.gender());
            out.writeInt(voice.languages().size());
            for (String language : voice.languages()) {
                writeString(language, out);
            }
        }
    }

    static List<NativeVoice> readVoices(DataInputStream in) throws IOException {
        List<NativeVoice> voices = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = readString(in);
            String file = readString(in);
            int gender = in.readInt();
            List<String> languages = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                languages.add(readString(in));
            }
            voices.add(new NativeVoice(name, languages, file, gender));
        }
        return voices;
    }

    static void writeSynthesis(Synthesis synthesis, DataOutputStream out) throws IOException {
        byte[] pcm = new byte[synthesis.pcm().remaining()];
        synthesis.pcm().duplicate().get(pcm);
        writeBytes(pcm, out);
        out.writeBoolean(synthesis.cut());
        out.writeInt(synthesis.events().size());
        for (Event event : synthesis.events()) {
            switch (event) {
                case WordStart word -> {
                    out.writeByte(WORD);
                    out.writeInt(word.sample());
                    out.writeInt(word.position());
                    out.writeInt(word.length());
                }
                case PhonemeStart phoneme -> {
                    out.writeByte(PHONEME);
                    out.writeInt(phoneme.sample());
                    writeString(phoneme.ipa(), out);
                }
            }
        }
    }

    static Synthesis readSynthesis(DataInputStream in) throws IOException {
        ByteBuffer pcm = ByteBuffer.wrap(readBytes(in)).order(ByteOrder.LITTLE_ENDIAN);
        boolean isCut = in.readBoolean();
        List<Event> events = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            events.add(
                    in.readByte() == WORD
                            ? new WordStart(in.readInt(), in.readInt(), in.readInt())
                            : new PhonemeStart(in.readInt(), readString(in)));
        }
        return new Synthesis(pcm, events, isCut);
    }

    static void writeClauses(List<NativeClause> clauses, DataOutputStream out) throws IOException {
        out.writeInt(clauses.size());
        for (NativeClause clause : clauses) {
            out.writeInt(clause.from());
            out.writeInt(clause.to());
            writeString(clause.ipa(), out);
        }
    }

    static List<NativeClause> readClauses(DataInputStream in) throws IOException {
        List<NativeClause> clauses = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            clauses.add(new NativeClause(in.readInt(), in.readInt(), readString(in)));
        }
        return clauses;
    }

    static void writeString(String text, DataOutputStream out) throws IOException {
        writeBytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    static String readString(DataInputStream in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
