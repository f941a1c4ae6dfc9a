package avatar.sadtalker.onnx;

import avatar.sadtalker.tensor.Shape;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a graph as one ONNX file: everything small first, then one tensor after the other, directly from its file. */
public final class OnnxFile {

    /** The first operator set with a GridSample of five dimensions. */
    private static final int OPERATOR_SET = 20;

    /** The version of the file format of that operator set. */
    private static final int FORMAT = 9;

    /** Size limit of a message in Protocol Buffers. */
    private static final long LONGEST = Integer.MAX_VALUE;

    private static final String OPEN_DIMENSION = "N";

    private OnnxFile() {}

    public static void write(Graph graph, Path file) throws IOException {
        Message small = small(graph);
        long length = small.length();
        for (Initializer initializer : graph.initializers()) {
            length += initializerHead(initializer).length() + initializer.dataLength();
        }
        Message model = new Message()
                .number(1, FORMAT)
                .text(2, "live-avatar")
                .message(8, new Message().text(1, "").number(2, OPERATOR_SET))
                .open(7, length);
        if (model.length() + length > LONGEST) {
            throw new IllegalArgumentException("Graph '%s' would have %,d bytes; an ONNX file has at most %,d"
                    .formatted(graph.name(), length, LONGEST));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(model.toBytes());
            out.write(small.toBytes());
            for (Initializer initializer : graph.initializers()) {
                out.write(initializerHead(initializer).toBytes());
                out.write(initializer.bytes().get());
            }
        }
    }

    private static Message small(Graph graph) {
        Message small = new Message();
        graph.nodes().forEach(node -> small.message(1, node));
        small.text(2, graph.name());
        graph.inputs().forEach(input -> small.message(11, described(input)));
        graph.outputs().forEach(output -> small.message(12, described(output)));
        return small;
    }

    /** The field of an initializer in the graph, up to its data. */
    private static Message initializerHead(Initializer initializer) {
        Message head = new Message().open(5, initializer.length());
        return head.append(initializer.head());
    }

    private static Message described(Value value) {
        Message shape = new Message();
        for (int dim : value.shape().dims()) {
            shape.message(1, dim == Shape.ANY ? new Message().text(2, OPEN_DIMENSION) : new Message().number(1, dim));
        }
        Message tensor = new Message().number(1, value.type().code()).message(2, shape);
        return new Message().text(1, value.name()).message(2, new Message().message(1, tensor));
    }
}
