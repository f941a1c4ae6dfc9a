package avatar.speech.piper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Writes a network as an ONNX file: the few fields of {@code onnx.proto} that a small graph needs, as protobuf. */
final class OnnxFile {

    /** {@code TensorProto.DataType}. */
    static final int FLOAT = 1;

    static final int INT64 = 7;

    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 13;

    private final Message graph = new Message().text(2, "tiny");

    /** A node without attributes. */
    OnnxFile node(String operator, List<String> inputs, String output) {
        graph.message(1, node(operator, inputs).text(2, output));
        return this;
    }

    /** A node with one attribute, a whole number. */
    OnnxFile node(String operator, List<String> inputs, String output, String attribute, int value) {
        // name, i, type = INT
        Message written = new Message().text(1, attribute).number(3, value).number(20, 2);
        graph.message(1, node(operator, inputs).text(2, output).message(5, written));
        return this;
    }

    private static Message node(String operator, List<String> inputs) {
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        return node.text(4, operator);
    }

    OnnxFile real(String name, float value) {
        ByteBuffer raw = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        graph.message(5, tensor(name, FLOAT).bytes(9, raw.putFloat(value).array()));
        return this;
    }

    /** A list of whole numbers; of one, a scalar. */
    OnnxFile whole(String name, long... values) {
        Message tensor = tensor(name, INT64);
        if (values.length > 1) {
            tensor.number(1, values.length);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        graph.message(5, tensor.bytes(9, raw.array()));
        return this;
    }

    private static Message tensor(String name, int type) {
        return new Message().number(2, type).text(8, name);
    }

    /** @param dimensions of unknown size */
    OnnxFile input(String name, int type, int dimensions) {
        graph.message(11, value(name, type, dimensions));
        return this;
    }

    OnnxFile output(String name, int type, int dimensions) {
        graph.message(12, value(name, type, dimensions));
        return this;
    }

    private static Message value(String name, int type, int dimensions) {
        Message shape = new Message();
        for (int i = 0; i < dimensions; i++) {
            shape.message(1, new Message().text(2, name + i));
        }
        Message tensorType = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensorType));
    }

    byte[] bytes() {
        return new Message()
                .number(1, IR_VERSION)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, OPERATORS))
                .bytes
                .toByteArray();
    }

    /** A message of protobuf: a key of field and wire type before every value. */
    private static final class Message {

        private static final int VARINT = 0;
        private static final int LENGTH_DELIMITED = 2;

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint(((long) field << 3) | VARINT);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.bytes.toByteArray());
        }

        Message bytes(int field, byte[] value) {
            varint(((long) field << 3) | LENGTH_DELIMITED);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                bytes.write((int) ((rest & 0x7F) | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
