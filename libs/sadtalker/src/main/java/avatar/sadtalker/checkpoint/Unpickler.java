package avatar.sadtalker.checkpoint;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads a pickle that contains only tensors, dictionaries, lists, numbers and text. A pickle is a program that may call
 * anything; this machine knows the few instructions that plain data needs, and calls nothing.
 *
 * <p>Dictionaries become maps, lists and tuples lists, integers {@link Long}, floats {@link Double}.
 */
final class Unpickler {

    /** Python's None. */
    static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "None";
        }
    };

    private static final Object MARK = new Object();
    private static final int NEWEST_PROTOCOL = 5;

    private final String file;
    private final ByteBuffer in;
    private final List<Object> stack = new ArrayList<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Unpickler(String file, byte[] pickle) {
        this.file = file;
        this.in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The content of the pickle.
     *
     * @param file for messages
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL} if it is truncated, or would build anything else
     */
    static Object read(String file, byte[] pickle) {
        Unpickler unpickler = new Unpickler(file, pickle);
        try {
            return unpickler.run();
        } catch (BufferUnderflowException e) {
            throw Invalid.because(e, file, "is cut off: its pickle ends within an instruction");
        } catch (ClassCastException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | ArithmeticException
                | IllegalArgumentException e) {
            throw Invalid.because(
                    e, file, "has an invalid pickle before its byte %d".formatted(unpickler.in.position()));
        }
    }

    private Object run() {
        while (true) {
            int code = in.get() & 0xff;
            if (code == '.') {
                return pop();
            }
            step(code);
        }
    }

    private void step(int code) {
        switch (code) {
            case 0x80 -> protocol(in.get());
            case 0x95 -> in.getLong();
            case '(' -> push(MARK);
            case '}' -> push(new LinkedHashMap<>());
            case ']' -> push(new ArrayList<>());
            case ')' -> push(List.of());
            case 'N' -> push(NONE);
            case 0x88 -> push(true);
            case 0x89 -> push(false);
            case 'K' -> push((long) (in.get() & 0xff));
            case 'M' -> push((long) (in.getShort() & 0xffff));
            case 'J' -> push((long) in.getInt());
            case 0x8a -> push(longOf(in.get() & 0xff));
            case 'G' -> push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
            case 'X' -> push(text(in.getInt()));
            case 0x8c -> push(text(in.get() & 0xff));
            case 'q' -> memo.put(in.get() & 0xff, top());
            case 'r' -> memo.put(in.getInt(), top());
            case 0x94 -> memo.put(memo.size(), top());
            case 'h' -> push(remembered(in.get() & 0xff));
            case 'j' -> push(remembered(in.getInt()));
            case 't' -> push(popToMark());
            case 0x85 -> push(popped(1));
            case 0x86 -> push(popped(2));
            case 0x87 -> push(popped(3));
            case 'a' -> append(popped(1));
            case 'e' -> append(popToMark());
            case 's' -> setItems(popped(2));
            case 'u' -> setItems(popToMark());
            case 'b' -> dropState();
            case 'c' -> push(global(line(), line()));
            case 0x93 -> push(global(popped(2)));
            case 'Q' -> push(TensorRecipes.storage(file, pop()));
            case 'R' -> push(TensorRecipes.build(file, popped(2)));
            default ->
                throw Invalid.because(
                        file,
                        "has a pickle with instruction 0x%02x at byte %d, which no tensor needs"
                                .formatted(code, in.position() - 1));
        }
    }

    private void protocol(int version) {
        if (version > NEWEST_PROTOCOL) {
            throw Invalid.because(
                    file, "has a pickle of protocol %d, expected at most %d".formatted(version, NEWEST_PROTOCOL));
        }
    }

    private PickledGlobal global(List<Object> names) {
        return global((String) names.getFirst(), (String) names.getLast());
    }

    private PickledGlobal global(String module, String symbol) {
        return PickledGlobal.named(module, symbol)
                .orElseThrow(() -> Invalid.because(
                        file,
                        "has a pickle that would build '%s.%s'; expected only tensors, which is %s"
                                .formatted(module, symbol, PickledGlobal.names())));
    }

    /** The attributes that torch gives to a dictionary of weights, such as their version. */
    private void dropState() {
        pop();
        if (!(top() instanceof Map)) {
            throw Invalid.because(file, "has a pickle that sets the state of an object that is not a dictionary");
        }
    }

    @SuppressWarnings("unchecked")
    private void append(List<Object> items) {
        ((ArrayList<Object>) top()).addAll(items);
    }

    @SuppressWarnings("unchecked")
    private void setItems(List<Object> items) {
        Map<Object, Object> map = (Map<Object, Object>) top();
        for (int i = 0; i < items.size(); i += 2) {
            Object key = items.get(i);
            if (!(key instanceof String || key instanceof Long)) {
                throw Invalid.because(file, "has a pickle with a key that is neither text nor a whole number");
            }
            map.put(key, items.get(i + 1));
        }
    }

    private void push(Object value) {
        stack.add(value);
    }

    private Object pop() {
        Object value = stack.removeLast();
        if (MARK.equals(value)) {
            throw new IndexOutOfBoundsException();
        }
        return value;
    }

    private Object top() {
        return stack.get(stack.size() - 1);
    }

    private List<Object> popped(int count) {
        List<Object> last = stack.subList(stack.size() - count, stack.size());
        List<Object> values = new ArrayList<>(last);
        last.clear();
        if (values.contains(MARK)) {
            throw new IndexOutOfBoundsException();
        }
        return values;
    }

    private List<Object> popToMark() {
        int mark = stack.lastIndexOf(MARK);
        List<Object> values = popped(stack.size() - mark - 1);
        stack.remove(mark);
        return values;
    }

    private Object remembered(int key) {
        Object value = memo.get(key);
        if (value == null) {
            throw Invalid.because(file, "has a pickle that reads memo %d, which it never wrote".formatted(key));
        }
        return value;
    }

    private long longOf(int bytes) {
        if (bytes > Long.BYTES) {
            throw Invalid.because(file, "has a pickle with a number of %d bytes, expected at most 8".formatted(bytes));
        }
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (in.get() & 0xffL) << (8 * i);
        }
        int unused = Long.SIZE - 8 * bytes;
        return bytes == 0 ? 0 : (value << unused) >> unused;
    }

    private String text(int bytes) {
        if (bytes < 0 || bytes > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] text = new byte[bytes];
        in.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private String line() {
        int start = in.position();
        while (in.get() != '\n') {
            // The argument ends with the line.
        }
        return new String(in.array(), start, in.position() - start - 1, StandardCharsets.UTF_8);
    }
}
