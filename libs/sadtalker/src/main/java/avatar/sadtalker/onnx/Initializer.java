package avatar.sadtalker.onnx;

import java.util.function.Supplier;

/**
 * A constant tensor of a graph.
 *
 * @param bytes its numbers, little-endian; read when it is written, since all of them at once would not fit the heap
 */
record Initializer(Value value, Supplier<byte[]> bytes) {

    private static final int DIMS = 1;
    private static final int DATA_TYPE = 2;
    private static final int NAME = 8;
    private static final int RAW_DATA = 9;

    long dataLength() {
        return value.shape().elements() * value.type().bytes();
    }

    /** The message up to its data. */
    Message head() {
        return new Message()
                .numbers(DIMS, value.shape().toLongs())
                .number(DATA_TYPE, value.type().code())
                .text(NAME, value.name())
                .open(RAW_DATA, dataLength());
    }

    long length() {
        return head().length() + dataLength();
    }
}
