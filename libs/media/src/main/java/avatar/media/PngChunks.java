package avatar.media;

import java.nio.ByteBuffer;

/** The chunks that a PNG file consists of (ISO 15948, 5.3). */
final class PngChunks {

    private static final int SIGNATURE = 8;

    /** Length and type before the data of a chunk, and a checksum after it. */
    private static final int AROUND_DATA = 12;

    private PngChunks() {}

    /** Whether every chunk ends within the file; OpenCV allocates what a chunk pretends to have, gigabytes. */
    static boolean areWithin(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        int at = SIGNATURE;
        while (file.length - at >= AROUND_DATA) {
            long length = Integer.toUnsignedLong(bytes.getInt(at));
            if (length > file.length - at - AROUND_DATA) {
                return false;
            }
            at += AROUND_DATA + (int) length;
        }
        return true;
    }
}
