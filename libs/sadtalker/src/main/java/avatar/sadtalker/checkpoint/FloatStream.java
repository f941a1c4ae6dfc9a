package avatar.sadtalker.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads little-endian 32-bit floats from a stream without a second copy in memory. */
final class FloatStream {

    private static final int CHUNK = 1 << 18;

    private FloatStream() {}

    /** @throws EOFException if there are fewer */
    static float[] read(InputStream in, int count) throws IOException {
        float[] floats = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int read = 0; read < count; ) {
            int bytes = Math.min(CHUNK, (count - read) * Float.BYTES);
            if (in.readNBytes(chunk, 0, bytes) < bytes) {
                throw new EOFException("ended after fewer than %d floats".formatted(count));
            }
            ByteBuffer.wrap(chunk, 0, bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(floats, read, bytes / Float.BYTES);
            read += bytes / Float.BYTES;
        }
        return floats;
    }
}
