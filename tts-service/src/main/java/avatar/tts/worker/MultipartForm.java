package avatar.tts.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.speech.audio.PcmClip;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Builds a body of {@code multipart/form-data} (RFC 7578). */
final class MultipartForm {

    /** Random, so that no text contains it. */
    private final String boundary = "avatar-" + UUID.randomUUID();

    private final List<BodyPublisher> parts = new ArrayList<>();

    MultipartForm text(String name, String value) {
        return part("name=\"%s\"".formatted(name), "text/plain; charset=utf-8", value.getBytes(UTF_8));
    }

    /** Adds a WAV file; its samples are copied at most once. */
    MultipartForm wav(String name, PcmClip sound) {
        byte[] samples = new byte[sound.samples().remaining()];
        sound.samples().get(samples);
        return part("name=\"%s\"; filename=\"%s.wav\"".formatted(name, name), "audio/wav", sound.wavHeader(), samples);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The complete body, of known length; nothing may be added afterwards. */
    BodyPublisher end() {
        add("--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private MultipartForm part(String disposition, String type, byte[]... contents) {
        add("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, type)
                .getBytes(UTF_8));
        for (byte[] content : contents) {
            add(content);
        }
        add("\r\n".getBytes(UTF_8));
        return this;
    }

    private void add(byte[] bytes) {
        parts.add(BodyPublishers.ofByteArray(bytes));
    }
}
