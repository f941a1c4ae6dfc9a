package avatar.phonetics.espeak;

import static avatar.phonetics.library.NativeLibrary.isNull;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import avatar.phonetics.library.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bindings of the espeak-ng 1.51 functions declared in {@code speak_lib.h} that synthesis needs. Not thread-safe: the
 * library keeps all its state in globals.
 */
@SuppressWarnings("restricted") // calls a native library
final class EspeakLibrary {

    private static final String NAME = "libespeak-ng.so.1";

    private static final int OUTPUT_SYNCHRONOUS = 2;

    /** {@code espeakINITIALIZE_PHONEME_EVENTS | PHONEME_IPA | DONT_EXIT}. */
    private static final int OPTIONS = 0x8003;

    private static final int POSITION_IS_CHARACTER = 1;

    /** {@code espeakCHARS_UTF8 | espeakENDPAUSE}. */
    private static final int UTF8_WITH_END_PAUSE = 0x1001;

    private static final int TEXT_MODE_UTF8 = 1;
    private static final int PHONEMES_AS_IPA = 2;
    private static final int PARAMETER_RATE = 1;
    private static final int PARAMETER_PITCH = 3;

    /** {@code espeak_VOICE}: name, languages, identifier, gender ... */
    private static final long VOICE_BYTES = 40;

    private static final long VOICE_LANGUAGES = 8;
    private static final long VOICE_FILE = 16;
    private static final long VOICE_GENDER = 24;

    /** Longer than any name in a voice's file, whose lines are at most 200 bytes. */
    private static final long NAME_BYTES = 256;

    private static final int MAX_VOICES = 10_000;

    private static final Linker LINKER = Linker.nativeLinker();

    private final NativeLibrary library = new NativeLibrary(NAME);
    private final SynthesisSink sink = new SynthesisSink();
    private final int sampleRateHz;
    private final MethodHandle synth;
    private final MethodHandle listVoices;
    private final MethodHandle setVoice;
    private final MethodHandle setParameter;
    private final MethodHandle textToPhonemes;

    /**
     * Loads the library and its data.
     *
     * @throws IllegalArgumentException if the library or its data is missing
     */
    EspeakLibrary() {
        FunctionDescriptor initialize = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
        MethodHandle init = library.function("espeak_Initialize", initialize);
        MethodHandle setCallback = library.function("espeak_SetSynthCallback", FunctionDescriptor.ofVoid(ADDRESS));
        synth = library.function(
                "espeak_Synth",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
        listVoices = library.function("espeak_ListVoices", FunctionDescriptor.of(ADDRESS, ADDRESS));
        setVoice = library.function("espeak_SetVoiceByName", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        setParameter =
                library.function("espeak_SetParameter", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        textToPhonemes =
                library.function("espeak_TextToPhonemes", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
        sampleRateHz = library.call(() -> (int) init.invokeExact(OUTPUT_SYNCHRONOUS, 0, MemorySegment.NULL, OPTIONS));
        if (sampleRateHz <= 0) {
            throw new IllegalArgumentException("espeak_Initialize returned " + sampleRateHz);
        }
        MemorySegment callback = upcall(sink);
        library.run(() -> {
            setCallback.invokeExact(callback);
        });
    }

    int sampleRateHz() {
        return sampleRateHz;
    }

    List<NativeVoice> voices() {
        MemorySegment list = library.call(() -> (MemorySegment) listVoices.invokeExact(MemorySegment.NULL))
                .reinterpret(MAX_VOICES * ADDRESS.byteSize());
        List<NativeVoice> voices = new ArrayList<>();
        for (int i = 0; i < MAX_VOICES; i++) {
            MemorySegment voice = list.getAtIndex(ADDRESS, i);
            if (isNull(voice)) {
                break;
            }
            voices.add(voice(voice.reinterpret(VOICE_BYTES)));
        }
        return voices;
    }

    /**
     * Selects the voice. espeak-ng keeps the previous voice when it refuses one, so its result is checked.
     *
     * @throws IllegalStateException if espeak-ng refuses the voice
     */
    void setVoice(String file) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(file);
            require("espeak_SetVoiceByName", library.call(() -> (int) setVoice.invokeExact(name)));
        }
    }

    /**
     * Speaks {@code text} with the selected voice.
     *
     * @param text UTF-8, zero-terminated
     * @param wordsPerMinute 80 to 450
     * @param pitch 0 to 99; 50 is the voice's own
     * @param limits at which to stop
     */
    Synthesis speak(byte[] text, int wordsPerMinute, int pitch, SynthesisLimits limits) {
        require("rate", library.call(() -> (int) setParameter.invokeExact(PARAMETER_RATE, wordsPerMinute, 0)));
        require("pitch", library.call(() -> (int) setParameter.invokeExact(PARAMETER_PITCH, pitch, 0)));
        sink.begin(limits);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chars = arena.allocateFrom(JAVA_BYTE, text);
            require("espeak_Synth", library.call(() -> (int) synth.invokeExact(
                    chars,
                    (long) text.length,
                    0,
                    POSITION_IS_CHARACTER,
                    0,
                    UTF8_WITH_END_PAUSE,
                    MemorySegment.NULL,
                    MemorySegment.NULL)));
        }
        return sink.end();
    }

    /** The IPA of each clause of {@code text} (UTF-8, zero-terminated) in the selected voice. */
    List<NativeClause> phonemes(byte[] text) {
        List<NativeClause> clauses = new ArrayList<>();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chars = arena.allocateFrom(JAVA_BYTE, text);
            MemorySegment position = arena.allocateFrom(ADDRESS, chars);
            long from = 0;
            while (from < text.length) {
                MemorySegment ipa = library.call(
                        () -> (MemorySegment) textToPhonemes.invokeExact(position, TEXT_MODE_UTF8, PHONEMES_AS_IPA));
                MemorySegment rest = position.get(ADDRESS, 0);
                // The pointer is set to NULL at the end of the text.
                long to = isNull(rest) ? text.length - 1L : rest.address() - chars.address();
                String spoken =
                        isNull(ipa) ? "" : ipa.reinterpret(Long.MAX_VALUE).getString(0);
                clauses.add(new NativeClause((int) from, (int) Math.min(to, text.length - 1L), spoken));
                if (isNull(rest) || to <= from) {
                    break;
                }
                from = to;
            }
        }
        return clauses;
    }

    private static NativeVoice voice(MemorySegment voice) {
        return new NativeVoice(
                string(voice.get(ADDRESS, 0).reinterpret(NAME_BYTES)),
                languages(voice.get(ADDRESS, VOICE_LANGUAGES).reinterpret(NAME_BYTES)),
                string(voice.get(ADDRESS, VOICE_FILE).reinterpret(NAME_BYTES)),
                voice.get(JAVA_BYTE, VOICE_GENDER));
    }

    /** Reads a list of languages: each is a priority byte and a string; priority 0 ends the list. */
    private static List<String> languages(MemorySegment list) {
        List<String> languages = new ArrayList<>();
        long at = 0;
        while (at < NAME_BYTES - 1 && list.get(JAVA_BYTE, at) != 0) {
            String language = string(list.asSlice(at + 1));
            languages.add(language);
            at += language.length() + 2L;
        }
        return languages;
    }

    private static String string(MemorySegment chars) {
        return chars.getString(0, StandardCharsets.UTF_8);
    }

    private static MemorySegment upcall(SynthesisSink sink) {
        try {
            MethodHandle receive = MethodHandles.lookup()
                    .findVirtual(
                            SynthesisSink.class,
                            "receive",
                            MethodType.methodType(int.class, MemorySegment.class, int.class, MemorySegment.class));
            return LINKER.upcallStub(
                    receive.bindTo(sink), FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, ADDRESS), Arena.global());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(String what, int answer) {
        if (answer != 0) {
            throw new IllegalStateException("espeak-ng refused %s: error %d".formatted(what, answer));
        }
    }

    /**
     * A voice as described by its file.
     *
     * @param languages in espeak-ng's case, the voice's main language first
     * @param gender 0 none, 1 male, 2 female
     */
    record NativeVoice(String name, List<String> languages, String file, int gender) {}

    /** A clause: its position in the bytes of the text, and its IPA. */
    record NativeClause(int from, int to, String ipa) {}
}
