package avatar.compositor.stream;

import avatar.compositor.playback.AudioClip;
import avatar.compositor.playback.Frame;
import avatar.compositor.playback.Frame.Spoken;
import io.vertx.core.buffer.Buffer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * A part of a multipart stream as it goes over the wire; one buffer serves all viewers.
 *
 * <p>Chrome shows a part only when the header of the next one is there (https://crbug.com/527446). Frames come at the
 * full rate whether or not anybody speaks, so that costs one frame's time, and {@code Content-Length} stays possible.
 */
final class Part {

    static final String CONTENT_TYPE = "multipart/x-mixed-replace;boundary=frame";

    private static final String BOUNDARY = "--frame\r\n";
    private static final byte[] LINE_END = {'\r', '\n'};

    private Part() {}

    static Buffer of(Frame frame) {
        StringBuilder header = new StringBuilder(BOUNDARY)
                .append("Content-Type: image/jpeg\r\nContent-Length: ")
                .append(frame.jpeg().length)
                .append("\r\nX-Timestamp: ")
                .append(timestamp(frame.due()))
                .append("\r\nX-Frame: ")
                .append(frame.index())
                .append("\r\n");
        Spoken spoken = frame.spoken();
        if (spoken != null) {
            header.append("X-Utterance: ")
                    .append(headerValue(spoken.utteranceId()))
                    .append("\r\nX-Viseme: ")
                    .append(spoken.viseme().label())
                    .append("\r\nX-Audio-Position: ")
                    .append(seconds(spoken.position()))
                    .append("\r\n");
        }
        return buffer(header, frame.jpeg().length).appendBytes(frame.jpeg()).appendBytes(LINE_END);
    }

    static Buffer of(AudioClip clip) {
        ByteBuffer samples = clip.samples().duplicate();
        byte[] pcm = new byte[samples.remaining()];
        samples.get(pcm);
        StringBuilder header = new StringBuilder(BOUNDARY)
                .append("Content-Type: audio/pcm;rate=")
                .append(clip.sampleRateHz())
                .append(";channels=1;format=s16le\r\nContent-Length: ")
                .append(pcm.length)
                .append("\r\nX-Timestamp: ")
                .append(timestamp(clip.soundsAt()))
                .append("\r\nX-Utterance: ")
                .append(headerValue(clip.utteranceId()))
                .append("\r\nX-Segment: ")
                .append(clip.segment())
                .append("\r\n");
        return buffer(header, pcm.length).appendBytes(pcm).appendBytes(LINE_END);
    }

    /** Unix seconds with microseconds. */
    static String timestamp(Instant instant) {
        return String.format(Locale.ROOT, "%d.%06d", instant.getEpochSecond(), instant.getNano() / 1000);
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1000, 6).toPlainString();
    }

    /** An id comes from outside: whatever could end the header's line is taken out. */
    static String headerValue(String id) {
        return id.replaceAll("[^!-~]", "?");
    }

    private static Buffer buffer(StringBuilder header, int bodyLength) {
        header.append("\r\n");
        return Buffer.buffer(header.length() + bodyLength + LINE_END.length)
                .appendString(header.toString(), StandardCharsets.US_ASCII.name());
    }
}
