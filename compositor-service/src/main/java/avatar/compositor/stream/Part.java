package avatar.compositor.stream;

import avatar.contract.viseme.Viseme;
import avatar.pictures.playback.AudioClip;
import avatar.pictures.playback.Frame;
import avatar.pictures.playback.Frame.Spoken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a multipart stream as it goes over the wire; one buffer, outside the heap and counted, serves all
 * viewers. A base frame's JPEG is not even copied into it.
 *
 * <p>A part ends with the boundary of the next one: Firefox shows a frame when it reads that
 * (https://github.com/pikvm/ustreamer, option of the same purpose), Chrome only when the headers behind it are there
 * (https://crbug.com/527446). Frames come at the full rate with and without speech, so that costs Chrome one frame's
 * time, and {@code Content-Length} stays possible; for streams of fewer frames see {@link Cadence}.
 */
final class Part {

    static final String CONTENT_TYPE = "multipart/x-mixed-replace;boundary=frame";

    /** Precedes the first part. */
    static final String OPENING = "--frame\r\n";

    /** Of 8 KB pages, 2^11 to a chunk: 16 MB are 400 speaking frames of 40 KB on their way at once. */
    private static final int PAGE_BYTES = 8192;

    private static final int CHUNK_ORDER = 11;

    /** One arena, because frames are few and large, and two threads hardly meet there. */
    static final PooledByteBufAllocator MEMORY = new PooledByteBufAllocator(
            true,
            0,
            1,
            PAGE_BYTES,
            CHUNK_ORDER,
            PooledByteBufAllocator.defaultSmallCacheSize(),
            PooledByteBufAllocator.defaultNormalCacheSize(),
            true);

    /**
     * Never released: an empty chunk would be given back to the system, and the next frame would have another one
     * made and filled with zeros. With 100 channels that was a twelfth of the work.
     */
    @SuppressWarnings("unused")
    private static final ByteBuf KEEPS_THE_CHUNK = MEMORY.directBuffer(PAGE_BYTES);

    private static final ByteBuf TAIL = constant("\r\n" + OPENING);

    /** The base video's own mouth. */
    private static final Spoken SILENCE = new Spoken("", Viseme.SIL, Duration.ZERO);

    private static final int MICROS_DIGITS = 6;

    private Part() {}

    /** A frame of {@code /stream}; to be released by the caller. */
    static ByteBuf of(Frame frame) {
        return frame(frame, frame.spoken());
    }

    /** A frame of {@code /av}, whose headers always describe the speech: silence is an utterance without a name. */
    static ByteBuf withSpeech(Frame frame) {
        Spoken spoken = frame.spoken();
        return frame(frame, spoken == null ? SILENCE : spoken);
    }

    /** To be released by the caller. */
    static ByteBuf of(AudioClip clip) {
        ByteBuffer samples = clip.samples().duplicate();
        StringBuilder header = new StringBuilder("Content-Type: audio/pcm;rate=")
                .append(clip.sampleRateHz())
                .append(";channels=1;format=s16le\r\nContent-Length: ")
                .append(samples.remaining());
        appendTimestamp(header.append("\r\nX-Timestamp: "), clip.soundsAt());
        header.append("\r\nX-Utterance: ")
                .append(headerValue(clip.utteranceId()))
                .append("\r\nX-Segment: ")
                .append(clip.segment())
                .append("\r\n\r\n");
        return copied(header, samples);
    }

    private static ByteBuf frame(Frame frame, @Nullable Spoken spoken) {
        ByteBuffer jpeg = frame.picture().jpeg().duplicate();
        StringBuilder header = new StringBuilder(256)
                .append("Content-Type: image/jpeg\r\nContent-Length: ")
                .append(jpeg.remaining());
        appendTimestamp(header.append("\r\nX-Timestamp: "), frame.due());
        header.append("\r\nX-Frame: ").append(frame.index()).append("\r\n");
        if (spoken != null) {
            header.append("X-Utterance: ")
                    .append(headerValue(spoken.utteranceId()))
                    .append("\r\nX-Viseme: ")
                    .append(spoken.viseme().label())
                    .append("\r\nX-Audio-Position: ");
            long micros = spoken.position().toNanos() / 1000;
            appendSeconds(header, micros / 1_000_000, micros % 1_000_000).append("\r\n");
        }
        header.append("\r\n");
        return frame.picture().isBase() ? around(header, jpeg) : copied(header, jpeg);
    }

    /** The body is not copied. */
    private static ByteBuf around(CharSequence header, ByteBuffer body) {
        return MEMORY.compositeDirectBuffer(3)
                .addComponents(true, ascii(header), Unpooled.wrappedBuffer(body), TAIL.duplicate());
    }

    private static ByteBuf copied(CharSequence header, ByteBuffer body) {
        ByteBuf part = MEMORY.directBuffer(header.length() + body.remaining() + TAIL.readableBytes());
        part.writeCharSequence(header, StandardCharsets.US_ASCII);
        return part.writeBytes(body).writeBytes(TAIL, TAIL.readerIndex(), TAIL.readableBytes());
    }

    private static ByteBuf ascii(CharSequence text) {
        ByteBuf buffer = MEMORY.directBuffer(text.length());
        buffer.writeCharSequence(text, StandardCharsets.US_ASCII);
        return buffer;
    }

    private static ByteBuf constant(String text) {
        ByteBuf buffer = Unpooled.directBuffer(text.length());
        buffer.writeCharSequence(text, StandardCharsets.US_ASCII);
        return Unpooled.unreleasableBuffer(buffer).asReadOnly();
    }

    /** Unix seconds with microseconds. */
    static String timestamp(Instant instant) {
        StringBuilder text = new StringBuilder();
        appendTimestamp(text, instant);
        return text.toString();
    }

    private static void appendTimestamp(StringBuilder text, Instant instant) {
        appendSeconds(text, instant.getEpochSecond(), instant.getNano() / 1000);
    }

    /** By hand, because it is done for every frame: a formatter takes ten times as long. */
    private static StringBuilder appendSeconds(StringBuilder text, long seconds, long micros) {
        text.append(seconds).append('.');
        String digits = Long.toString(micros);
        return text.repeat('0', MICROS_DIGITS - digits.length()).append(digits);
    }

    /** An id comes from outside: characters that could end the header's line are replaced. */
    static String headerValue(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '!' || id.charAt(i) > '~') {
                return id.replaceAll("[^!-~]", "?");
            }
        }
        return id;
    }
}
