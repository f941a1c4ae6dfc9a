package avatar.sadtalker.checkpoint;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.sadtalker.tensor.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A safetensors file: the length of a header, the header in JSON, the numbers. */
public final class SafetensorsFile implements Checkpoint {

    /** Limit for the header; SadTalker's has 150 kB. */
    static final long LONGEST_HEADER = 16L << 20;

    private final String name;
    private final FileChannel channel;
    private final long start;
    private final Map<String, SafetensorsHeader.Entry> entries;

    private SafetensorsFile(
            String name, FileChannel channel, long start, Map<String, SafetensorsHeader.Entry> entries) {
        this.name = name;
        this.channel = channel;
        this.start = start;
        this.entries = entries;
    }

    /**
     * Opens the file and checks that its header describes its content.
     *
     * @throws AvatarException {@link ErrorCode#INVALID_MODEL}
     */
    public static SafetensorsFile open(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        FileChannel channel = FileChannel.open(file);
        try {
            byte[] header = header(name, channel);
            long start = (long) Long.BYTES + header.length;
            return new SafetensorsFile(
                    name, channel, start, SafetensorsHeader.parse(name, header, channel.size() - start));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static byte[] header(String name, FileChannel channel) throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        if (channel.read(length, 0) < Long.BYTES) {
            throw Invalid.because(name, "is not a safetensors file: it has %,d bytes".formatted(channel.size()));
        }
        long bytes = length.getLong(0);
        if (bytes < 2 || bytes > LONGEST_HEADER) {
            throw Invalid.because(
                    name,
                    "is not a readable safetensors file: its header would have %s bytes, expected 2 to %,d"
                            .formatted(Long.toUnsignedString(bytes), LONGEST_HEADER));
        }
        ByteBuffer header = ByteBuffer.allocate((int) bytes);
        while (header.hasRemaining()) {
            if (channel.read(header, Long.BYTES + header.position()) < 0) {
                throw Invalid.because(
                        name,
                        "is cut off: it ends at byte %,d, within its header of %,d".formatted(channel.size(), bytes));
            }
        }
        return header.array();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> tensors() {
        return entries.keySet();
    }

    @Override
    public Shape shape(String tensor) {
        return entry(tensor).shape();
    }

    @Override
    public float[] floats(String tensor) {
        SafetensorsHeader.Entry entry = entry(tensor);
        if (entry.type() != SafetensorsHeader.NumberType.F32) {
            throw Invalid.because(name, "has tensor '%s' as %s, expected F32".formatted(tensor, entry.type()));
        }
        try {
            channel.position(start + entry.from());
            return FloatStream.read(
                    Channels.newInputStream(channel), (int) entry.shape().elements());
        } catch (EOFException e) {
            throw Invalid.because(e, name, "was cut off while tensor '%s' was read".formatted(tensor));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SafetensorsHeader.Entry entry(String tensor) {
        SafetensorsHeader.Entry entry = entries.get(tensor);
        if (entry == null) {
            throw new IllegalArgumentException("No tensor '%s'".formatted(tensor));
        }
        return entry;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
