package avatar.sadtalker.golden;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes what {@code torch.save} writes: a zip archive with a pickle of protocol 2 and one stored file per storage. */
public final class TorchArchive {

    /**
     * A tensor to be written.
     *
     * @param data little-endian floats
     */
    public record Stored(String key, List<Integer> shape, Data data) {

        public Stored(String key, List<Integer> shape, byte[] data) {
            this(key, shape, () -> data);
        }

        int numbers() {
            return shape.stream().reduce(1, (a, b) -> a * b);
        }
    }

    /** Asked for when it is written. */
    public interface Data {
        byte[] bytes() throws IOException;
    }

    private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();

    private TorchArchive() {}

    /**
     * A dictionary with the tensors, their names as they stand behind {@code dictionary}, under that key, beside a
     * counter.
     */
    public static void write(Path file, String dictionary, List<Stored> tensors) throws IOException {
        byte[] pickle = new TorchArchive().pickled(dictionary, tensors);
        Map<String, Stored> storages = new LinkedHashMap<>();
        for (int i = 0; i < tensors.size(); i++) {
            storages.put(String.valueOf(i), tensors.get(i));
        }
        try (ZipOutputStream zip = zip(file, pickle)) {
            for (Map.Entry<String, Stored> storage : storages.entrySet()) {
                store(
                        zip,
                        "archive/data/" + storage.getKey(),
                        storage.getValue().data().bytes());
            }
            store(zip, "archive/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** An archive with nothing but that pickle. */
    public static void write(Path file, byte[] pickle) throws IOException {
        zip(file, pickle).close();
    }

    private static ZipOutputStream zip(Path file, byte[] pickle) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setMethod(ZipOutputStream.STORED);
        store(zip, "archive/data.pkl", pickle);
        return zip;
    }

    private static void store(ZipOutputStream zip, String name, byte[] data) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(data);
        ZipEntry entry = new ZipEntry(name);
        entry.setSize(data.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(data);
        zip.closeEntry();
    }

    private byte[] pickled(String dictionary, List<Stored> tensors) {
        code(0x80, 2).code('}').code('q', 0).code('(');
        text(dictionary);
        orderedDict().code('q', 1).code('(');
        for (int i = 0; i < tensors.size(); i++) {
            Stored tensor = tensors.get(i);
            text(tensor.key().substring(dictionary.length() + 1));
            global("torch._utils", "_rebuild_tensor_v2").code('(');
            code('(');
            text("storage");
            global("torch", "FloatStorage");
            text(String.valueOf(i));
            text("cuda:0");
            integer(tensor.numbers()).code('t').code('Q');
            code('K', 0);
            tuple(tensor.shape());
            tuple(strides(tensor.shape()));
            code(0x89);
            orderedDict().code('t').code('R');
        }
        code('u');
        // What torch keeps of a module's versions.
        code('}').code('(');
        text("_metadata");
        orderedDict().code('u').code('b');
        text("global_step");
        integer(123456).code('u').code('.');
        return pickle.toByteArray();
    }

    private static List<Integer> strides(List<Integer> shape) {
        Integer[] strides = new Integer[shape.size()];
        int stride = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        return List.of(strides);
    }

    private TorchArchive code(int... bytes) {
        for (int octet : bytes) {
            pickle.write(octet);
        }
        return this;
    }

    private TorchArchive orderedDict() {
        return global("collections", "OrderedDict").code(')').code('R');
    }

    private TorchArchive global(String module, String symbol) {
        pickle.writeBytes("c%s\n%s\n".formatted(module, symbol).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        code('X');
        pickle.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes.length)
                .array());
        pickle.writeBytes(bytes);
    }

    private TorchArchive integer(int value) {
        code('J');
        pickle.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array());
        return this;
    }

    private void tuple(List<Integer> values) {
        code('(');
        values.forEach(this::integer);
        code('t');
    }
}
