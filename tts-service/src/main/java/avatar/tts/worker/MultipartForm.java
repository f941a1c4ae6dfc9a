package avatar.tts.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.UUID;

/** A body of {@code multipart/form-data} (RFC 7578). */
final class MultipartForm {

    /** Random, so that no text contains it. */
    private final String boundary = "avatar-" + UUID.randomUUID();

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    MultipartForm text(String name, String value) {
        return part("name=\"%s\"".formatted(name), "text/plain; charset=utf-8", value.getBytes(UTF_8));
    }

    MultipartForm file(String name, String fileName, String type, byte[] content) {
        return part("name=\"%s\"; filename=\"%s\"".formatted(name, fileName), type, content);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** The whole body; nothing may be added afterwards. */
    byte[] end() {
        body.writeBytes("--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        return body.toByteArray();
    }

    private MultipartForm part(String disposition, String type, byte[] content) {
        body.writeBytes("--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(boundary, disposition, type)
                .getBytes(UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(UTF_8));
        return this;
    }
}
