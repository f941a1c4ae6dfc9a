package avatar.phonetics.espeak;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import avatar.phonetics.espeak.Synthesis.Event;
import avatar.phonetics.espeak.Synthesis.PhonemeStart;
import avatar.phonetics.espeak.Synthesis.WordStart;
import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The callback of espeak-ng: collects blocks of samples, and lists of events that end with type 0. */
@SuppressWarnings("restricted") // native memory of the library
final class SynthesisSink {

    private static final int GO_ON = 0;
    private static final int STOP = 1;

    /** {@code espeak_EVENT}: type, identifier, text position, length, ms, sample, user data, and its value. */
    private static final long EVENT_BYTES = 40;

    private static final long EVENT_POSITION = 8;
    private static final long EVENT_LENGTH = 12;
    private static final long EVENT_SAMPLE = 20;
    private static final long EVENT_NAME = 32;
    private static final int NAME_BYTES = 8;

    private static final int LIST_END = 0;
    private static final int WORD = 1;
    private static final int PHONEME = 7;

    /** A bound on the search for the end of the list; espeak-ng's lists are shorter. */
    private static final int MAX_EVENTS = 100_000;

    private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    private final List<Event> events = new ArrayList<>();
    private SynthesisLimits limits = new SynthesisLimits(0, 0);
    private boolean cut;
    private @Nullable RuntimeException failure;

    void begin(SynthesisLimits next) {
        pcm.reset();
        events.clear();
        limits = next;
        cut = false;
        failure = null;
    }

    Synthesis end() {
        if (failure != null) {
            throw failure;
        }
        Synthesis synthesis = new Synthesis(ByteBuffer.wrap(pcm.toByteArray()), events, cut);
        pcm.reset();
        events.clear();
        return synthesis;
    }

    /** Called from native code, so it must never throw: an exception would end the process. */
    int receive(MemorySegment samples, int count, MemorySegment list) {
        try {
            if (count > 0 && samples.address() != 0) {
                byte[] block = samples.reinterpret((long) count * Short.BYTES).toArray(JAVA_BYTE);
                pcm.write(block, 0, block.length);
            }
            if (list.address() != 0) {
                readEvents(list.reinterpret(MAX_EVENTS * EVENT_BYTES));
            }
            cut = pcm.size() / Short.BYTES > limits.maxSamples() || System.nanoTime() - limits.deadlineNanos() > 0;
            return cut ? STOP : GO_ON;
        } catch (RuntimeException e) {
            failure = e;
            return STOP;
        }
    }

    private void readEvents(MemorySegment list) {
        for (int i = 0; i < MAX_EVENTS; i++) {
            MemorySegment event = list.asSlice(i * EVENT_BYTES, EVENT_BYTES);
            int sample = event.get(JAVA_INT, EVENT_SAMPLE);
            switch (event.get(JAVA_INT, 0)) {
                case LIST_END -> {
                    return;
                }
                case WORD ->
                    events.add(new WordStart(
                            sample, event.get(JAVA_INT, EVENT_POSITION), event.get(JAVA_INT, EVENT_LENGTH)));
                case PHONEME -> events.add(new PhonemeStart(sample, name(event)));
                default -> {
                    // sentences, marks, ends: not needed
                }
            }
        }
    }

    /** The name of an event's phoneme: at most eight bytes, without an incomplete character at their end. */
    private static String name(MemorySegment event) {
        byte[] bytes = event.asSlice(EVENT_NAME, NAME_BYTES).toArray(JAVA_BYTE);
        int length = 0;
        while (length < NAME_BYTES && bytes[length] != 0) {
            length++;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8).replace("\ufffd", "");
    }
}
