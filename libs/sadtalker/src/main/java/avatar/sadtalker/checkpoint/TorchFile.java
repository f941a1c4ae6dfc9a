package avatar.sadtalker.checkpoint;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.tensor.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * One dictionary of tensors in a file that {@code torch.save} wrote: a zip archive with a pickle and one file per
 * storage.
 */
public final class TorchFile implements Checkpoint {

    private static final String PICKLE = "/data.pkl";

    /**
     * Limit for the pickle: SadTalker's has some kilobytes, and a pickle can allocate much more memory than it has
     * bytes.
     */
    private static final int LONGEST_PICKLE = 1 << 20;

    private final String name;
    private final ZipFile zip;
    private final String folder;
    private final Map<String, PickledTensor> tensors;

    private TorchFile(String name, ZipFile zip, String folder, Map<String, PickledTensor> tensors) {
        this.name = name;
        this.zip = zip;
        this.folder = folder;
        this.tensors = tensors;
    }

    /**
     * Opens the file and reads the description of its tensors.
     *
     * @param dictionary the key of the tensors in the file's outermost dictionary
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL} also if the pickle would build anything but tensors
     */
    public static TorchFile open(Path file, String dictionary) throws IOException {
        String name = String.valueOf(file.getFileName());
        ZipFile zip = zip(name, file);
        try {
            ZipEntry pickle = zip.stream()
                    .filter(entry -> entry.getName().endsWith(PICKLE))
                    .findFirst()
                    .orElseThrow(
                            () -> Invalid.because(name, "is not a checkpoint: it contains no '*%s'".formatted(PICKLE)));
            String folder = pickle.getName().substring(0, pickle.getName().length() - PICKLE.length() + 1);
            requireLittleEndian(name, zip, folder);
            Object root = Unpickler.read(name, bounded(name, zip, pickle));
            return new TorchFile(name, zip, folder, dictionary(name, root, dictionary));
        } catch (ZipException e) {
            zip.close();
            throw Invalid.because(e, name, "is a damaged archive: %s".formatted(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(String name, Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw Invalid.because(
                    e,
                    name,
                    "is not a complete zip archive (%s); expected a checkpoint as torch 1.6 and newer save them"
                            .formatted(e.getMessage()));
        }
    }

    private static void requireLittleEndian(String name, ZipFile zip, String folder) throws IOException {
        ZipEntry order = zip.getEntry(folder + "byteorder");
        if (order != null) {
            String found = new String(bounded(name, zip, order), StandardCharsets.US_ASCII).strip();
            if (!found.equals("little")) {
                throw Invalid.because(name, "has its numbers in byte order '%s', expected 'little'".formatted(found));
            }
        }
    }

    private static byte[] bounded(String name, ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(LONGEST_PICKLE + 1);
            if (bytes.length > LONGEST_PICKLE) {
                throw Invalid.because(
                        name,
                        "has a '%s' of more than %,d bytes, which is the limit"
                                .formatted(entry.getName(), LONGEST_PICKLE));
            }
            return bytes;
        }
    }

    private static Map<String, PickledTensor> dictionary(String name, Object root, String dictionary) {
        if (!(root instanceof Map<?, ?> outermost)) {
            throw Invalid.because(name, "has no dictionary in it");
        }
        if (!(outermost.get(dictionary) instanceof Map<?, ?> found)) {
            throw Invalid.because(name, "has no dictionary '%s'; found %s".formatted(dictionary, outermost.keySet()));
        }
        Map<String, PickledTensor> tensors = new LinkedHashMap<>();
        found.forEach((key, value) -> {
            if (!(value instanceof PickledTensor tensor)) {
                throw Invalid.because(
                        name, "has no tensor under '%s.%s' but another object".formatted(dictionary, key));
            }
            tensors.put(String.valueOf(key), tensor);
        });
        return tensors;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> tensors() {
        return tensors.keySet();
    }

    @Override
    public Shape shape(String tensor) {
        return tensor(tensor).shape();
    }

    @Override
    public float[] floats(String key) {
        PickledTensor tensor = tensor(key);
        if (tensor.type() != PickledGlobal.FLOAT_STORAGE) {
            throw Invalid.because(
                    name, "has tensor '%s' as %s, expected torch.FloatStorage".formatted(key, tensor.type()));
        }
        ZipEntry entry = zip.getEntry(folder + "data/" + tensor.storage());
        if (entry == null) {
            throw Invalid.because(
                    name, "has no 'data/%s', where tensor '%s' should be".formatted(tensor.storage(), key));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(tensor.offset() * Float.BYTES);
            return FloatStream.read(in, Math.toIntExact(tensor.shape().elements()));
        } catch (EOFException | ZipException e) {
            throw Invalid.because(
                    e, name, "is cut off or damaged where tensor '%s' is: %s".formatted(key, e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PickledTensor tensor(String key) {
        PickledTensor tensor = tensors.get(key);
        if (tensor == null) {
            throw new IllegalArgumentException("No tensor '%s'".formatted(key));
        }
        return tensor;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
