package avatar.phonetics.flite;

import static avatar.phonetics.library.NativeLibrary.isNull;
import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import avatar.phonetics.library.NativeLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Bindings of the flite 2.2 functions declared in {@code flite.h} and {@code cst_item.h} that synthesis needs.
 *
 * <p>Not thread-safe: flite keeps state in globals. It ends the process on an error, so everything that can be checked
 * is checked before a call.
 */
@SuppressWarnings("restricted") // calls a native library
final class FliteLibrary {

    private static final String NAME = "libflite.so.1";

    /** The longest name of a phone, with its terminator. */
    private static final int PHONE_BYTES = 16;

    /** More than the longest text, with its terminator. */
    private static final int TOKEN_BYTES = Flite.MAX_CHARACTERS + 1;

    /** {@code struct cst_voice}: offset of its features, after its name. */
    private static final long VOICE_FEATURES = 8;

    /** {@code struct cst_wave}: type, sample_rate, num_samples, num_channels, samples. */
    private static final long WAVE_RATE = 8;

    private static final long WAVE_SAMPLES = 12;
    private static final long WAVE_CHANNELS = 16;
    private static final long WAVE_DATA = 24;
    private static final long WAVE_BYTES = 32;

    private final NativeLibrary library = new NativeLibrary(NAME);

    /** Names of features: flite keeps the pointers and does not copy them. */
    private final MemorySegment durationStretch = Arena.global().allocateFrom("duration_stretch");

    private final MemorySegment segmentRelation = Arena.global().allocateFrom("Segment");
    private final MemorySegment nameFeature = Arena.global().allocateFrom("name");
    private final MemorySegment endFeature = Arena.global().allocateFrom("end");
    private final MemorySegment wordRelation = Arena.global().allocateFrom("Word");
    private final MemorySegment tokenOfWord = Arena.global().allocateFrom("R:Token.parent");
    private final MemorySegment firstPhoneOfWord =
            Arena.global().allocateFrom("R:SylStructure.daughter.daughter.R:Segment");
    private final MemorySegment lastPhoneOfWord =
            Arena.global().allocateFrom("R:SylStructure.daughtern.daughtern.R:Segment");
    private final MemorySegment phoneBefore = Arena.global().allocateFrom("R:Segment.p");

    private final MethodHandle synthText;
    private final MethodHandle wave;
    private final MethodHandle relationPresent;
    private final MethodHandle relation;
    private final MethodHandle relationHead;
    private final MethodHandle itemNext;
    private final MethodHandle itemAt;
    private final MethodHandle featPresent;
    private final MethodHandle featString;
    private final MethodHandle featFloat;
    private final MethodHandle deleteUtterance;
    private final MethodHandle getFloat;
    private final MethodHandle setFloat;

    /**
     * Loads the library.
     *
     * @throws IllegalArgumentException if the library is missing
     */
    FliteLibrary() {
        FunctionDescriptor pointerOfPointer = FunctionDescriptor.of(ADDRESS, ADDRESS);
        FunctionDescriptor pointerOfTwo = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS);
        FunctionDescriptor intOfTwo = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        synthText = library.function("flite_synth_text", pointerOfTwo);
        wave = library.function("utt_wave", pointerOfPointer);
        relationPresent = library.function("utt_relation_present", intOfTwo);
        relation = library.function("utt_relation", pointerOfTwo);
        relationHead = library.function("relation_head", pointerOfPointer);
        itemNext = library.function("item_next", pointerOfPointer);
        itemAt = library.function("path_to_item", pointerOfTwo);
        featPresent = library.function("item_feat_present", intOfTwo);
        featString = library.function("item_feat_string", pointerOfTwo);
        featFloat = library.function("item_feat_float", FunctionDescriptor.of(JAVA_FLOAT, ADDRESS, ADDRESS));
        deleteUtterance = library.function("delete_utterance", FunctionDescriptor.ofVoid(ADDRESS));
        getFloat = library.function(
                "flite_get_param_float", FunctionDescriptor.of(JAVA_FLOAT, ADDRESS, ADDRESS, JAVA_FLOAT));
        setFloat = library.function("flite_feat_set_float", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, JAVA_FLOAT));
        MethodHandle init = library.function("flite_init", FunctionDescriptor.of(JAVA_INT));
        library.call(() -> (int) init.invokeExact());
    }

    /**
     * Loads a voice, which stays loaded until the process ends.
     *
     * @throws IllegalArgumentException if the voice's library is missing
     */
    NativeVoice load(FliteVoice voice) {
        MethodHandle register =
                new NativeLibrary(voice.library()).function(voice.register(), FunctionDescriptor.of(ADDRESS, ADDRESS));
        MemorySegment handle = library.call(() -> (MemorySegment) register.invokeExact(MemorySegment.NULL));
        MemorySegment features =
                handle.reinterpret(VOICE_FEATURES + ADDRESS.byteSize()).get(ADDRESS, VOICE_FEATURES);
        float stretch = library.call(() -> (float) getFloat.invokeExact(features, durationStretch, 1.0f));
        return new NativeVoice(handle, features, stretch);
    }

    /** Speaks {@code text}, which is ASCII without control characters. */
    NativeSpeech speak(NativeVoice voice, String text, double rate) {
        stretch(voice, (float) (voice.stretch() / rate));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment chars = arena.allocateFrom(text);
            MemorySegment utterance = library.call(() -> (MemorySegment) synthText.invokeExact(chars, voice.handle()));
            if (isNull(utterance)) {
                throw new IllegalStateException("flite returned no utterance");
            }
            try {
                return read(utterance);
            } finally {
                library.run(() -> {
                    deleteUtterance.invokeExact(utterance);
                });
            }
        } finally {
            // A voice is shared by the whole process; its own pace is restored for other users of the library.
            stretch(voice, voice.stretch());
        }
    }

    private void stretch(NativeVoice voice, float factor) {
        library.run(() -> {
            setFloat.invokeExact(voice.features(), durationStretch, factor);
        });
    }

    private NativeSpeech read(MemorySegment utterance) {
        MemorySegment found = library.call(() -> (MemorySegment) wave.invokeExact(utterance));
        if (isNull(found)) {
            throw new IllegalStateException("flite returned no sound");
        }
        MemorySegment struct = found.reinterpret(WAVE_BYTES);
        int channels = struct.get(JAVA_INT, WAVE_CHANNELS);
        if (channels != 1) {
            throw new IllegalStateException("flite returned sound with %d channels, expected 1".formatted(channels));
        }
        long bytes = struct.get(JAVA_INT, WAVE_SAMPLES) * JAVA_SHORT.byteSize();
        ByteBuffer audio = ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes > 0) {
            audio.asShortBuffer()
                    .put(struct.get(ADDRESS, WAVE_DATA)
                            .reinterpret(bytes)
                            .asByteBuffer()
                            .order(ByteOrder.nativeOrder())
                            .asShortBuffer());
        }
        return new NativeSpeech(struct.get(JAVA_INT, WAVE_RATE), audio, phones(utterance), words(utterance));
    }

    private List<Phone> phones(MemorySegment utterance) {
        List<Phone> phones = new ArrayList<>();
        for (MemorySegment item : items(utterance, segmentRelation)) {
            if (has(item, nameFeature) && has(item, endFeature)) {
                phones.add(new Phone(text(item, PHONE_BYTES), end(item)));
            }
        }
        return phones;
    }

    private List<SpokenWord> words(MemorySegment utterance) {
        List<SpokenWord> words = new ArrayList<>();
        for (MemorySegment item : items(utterance, wordRelation)) {
            MemorySegment first = at(item, firstPhoneOfWord);
            MemorySegment last = at(item, lastPhoneOfWord);
            MemorySegment token = at(item, tokenOfWord);
            if (!isNull(first) && !isNull(last) && has(last, endFeature) && !isNull(token) && has(token, nameFeature)) {
                words.add(new SpokenWord(text(token, TOKEN_BYTES), token.address(), start(first), end(last)));
            }
        }
        return words;
    }

    /** The items of a relation, in order; empty if the utterance does not have the relation. */
    private List<MemorySegment> items(MemorySegment utterance, MemorySegment name) {
        List<MemorySegment> items = new ArrayList<>();
        if (library.call(() -> (int) relationPresent.invokeExact(utterance, name)) == 0) {
            return items;
        }
        MemorySegment found = library.call(() -> (MemorySegment) relation.invokeExact(utterance, name));
        MemorySegment item = library.call(() -> (MemorySegment) relationHead.invokeExact(found));
        while (!isNull(item)) {
            items.add(item);
            MemorySegment current = item;
            item = library.call(() -> (MemorySegment) itemNext.invokeExact(current));
        }
        return items;
    }

    private MemorySegment at(MemorySegment item, MemorySegment path) {
        return library.call(() -> (MemorySegment) itemAt.invokeExact(item, path));
    }

    /** The start of a phone: the end of the previous one. */
    private float start(MemorySegment phone) {
        MemorySegment before = at(phone, phoneBefore);
        return !isNull(before) && has(before, endFeature) ? end(before) : 0;
    }

    private float end(MemorySegment phone) {
        return library.call(() -> (float) featFloat.invokeExact(phone, endFeature));
    }

    private String text(MemorySegment item, int maxBytes) {
        MemorySegment name = library.call(() -> (MemorySegment) featString.invokeExact(item, nameFeature));
        return name.reinterpret(maxBytes).getString(0, StandardCharsets.US_ASCII);
    }

    private boolean has(MemorySegment item, MemorySegment feature) {
        return library.call(() -> (int) featPresent.invokeExact(item, feature)) != 0;
    }

    /** A voice in flite's memory, and its own duration stretch. */
    record NativeVoice(MemorySegment handle, MemorySegment features, float stretch) {}

    /**
     * The result of a synthesis, copied out of flite's memory: little-endian samples (maybe none), phones and words.
     */
    record NativeSpeech(int sampleRateHz, ByteBuffer audio, List<Phone> phones, List<SpokenWord> words) {}

    /** A phone with its end in seconds. */
    record Phone(String name, float endSeconds) {}

    /**
     * A spoken word.
     *
     * @param text of the token it belongs to, as written
     * @param token identifies the token
     */
    record SpokenWord(String text, long token, float startSeconds, float endSeconds) {}
}
