package avatar.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes requests for the operations of an OpenAPI document: right ones, wrong ones, and damaged ones. The same seed
 * makes the same requests.
 */
final class RequestGrammar {

    /**
     * A request.
     *
     * @param contentType null for none
     * @param isChunked whether the body is sent without its length
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Request(
            String method, String path, @Nullable String contentType, byte[] body, boolean isChunked, String range) {

        @Override
        public String toString() {
            String start = new String(body, 0, Math.min(body.length, 300), UTF_8);
            return "%s %s type=%s chunked=%s range=%s body(%d)=%s"
                    .formatted(method, path, contentType, isChunked, range, body.length, start);
        }
    }

    private record Operation(String path, String method, List<JsonNode> parameters, JsonNode content) {}

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options");
    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data";
    private static final List<String> OTHER_TYPES = List.of(
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/json; charset=utf-16",
            "application/json;;;",
            "multipart/form-data",
            "multipart/mixed; boundary=x",
            "application/octet-stream",
            "x");
    private static final List<String> SEGMENTS = List.of(
            "main",
            "default",
            "..",
            "%2e%2e",
            "%2e%2e%2fetc",
            "%00",
            "%0d%0aX:y",
            "%ff%fe",
            "a%2fb",
            ".",
            "%25",
            "*",
            "main.jpg",
            "%F0%9F%98%80",
            "A",
            "-",
            "null",
            "0",
            "-1",
            "a".repeat(64),
            "b".repeat(3_000));
    private static final List<String> TEXTS = List.of(
            "Hello.",
            "",
            " ",
            "\u0000",
            "\u202eabc",
            "e\u0301\u0301\u0301",
            "\ud83d\ude00\ud83d\ude00",
            "<speak>Hi <break time=\"999999s\"/></speak>",
            "<speak><prosody rate=\"x\">a</speak>",
            "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><speak>&b;</speak>",
            "1234567890123456789012345678901234567890",
            "$1,000,000.00 on 31/02/2026 at 25:61",
            "https://example.org/?a=b#c",
            "\n\r\t\u000b",
            "' OR 1=1 --",
            "${jndi:ldap://localhost/a}",
            "../../etc/passwd");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "1",
            "-1",
            "0.5",
            "1.0",
            "2",
            "25",
            "1e308",
            "1e400",
            "-1e400",
            "NaN",
            "Infinity",
            "01",
            "+1",
            "2147483648",
            "9223372036854775808",
            "0.000000001",
            "1e-400",
            "0x10",
            "1_000",
            "٣");

    private final Random random;
    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();

    RequestGrammar(JsonNode document, long seed) {
        this.document = document;
        this.random = new Random(seed);
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.add(operation(path.getKey(), path.getValue(), operation.getKey()));
                    }
                }));
    }

    private Operation operation(String path, JsonNode item, String method) {
        List<JsonNode> parameters = new ArrayList<>();
        item.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        item.path(method).path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        return new Operation(
                path,
                method.toUpperCase(Locale.ROOT),
                parameters,
                item.path(method).path("requestBody").path("content"));
    }

    /** How many operations there are; {@link #next} makes requests for all of them in turn. */
    int size() {
        return operations.size();
    }

    /** A request for the operation of a number. */
    Request next(int number) {
        Operation operation = operations.get(number % operations.size());
        String path = path(operation);
        String method = chance(5) ? pick(List.of("GET", "POST", "PUT", "PATCH", "DELETE")) : operation.method();
        if (operation.content().isEmpty() && !chance(5)) {
            return new Request(method, path, null, new byte[0], false, range());
        }
        String type = operation.content().has(FORM) && (!operation.content().has(JSON) || chance(40)) ? FORM : JSON;
        JsonNode schema = resolved(operation.content().path(type).path("schema"));
        String boundary = "b" + random.nextInt(1_000);
        byte[] body =
                type.equals(FORM) ? form(schema, boundary) : json(schema, 0).getBytes(UTF_8);
        String sent = type.equals(FORM) ? FORM + "; boundary=" + boundary : type;
        return new Request(
                method,
                path,
                chance(12) ? pick(OTHER_TYPES) : chance(3) ? null : sent,
                chance(30) ? damaged(body) : body,
                chance(25),
                range());
    }

    private String path(Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        while (path.indexOf('{') >= 0) {
            int start = path.indexOf('{');
            path = path.substring(0, start)
                    + (chance(50) ? "main" : pick(SEGMENTS))
                    + path.substring(path.indexOf('}') + 1);
        }
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asText().equals("query") && chance(60)) {
                addTo(query, parameter.path("name").asText());
            }
        }
        while (chance(10)) {
            addTo(query, pick(List.of("token", "fps", "x", "%00", "", "a%5b%5d")));
        }
        return path + query;
    }

    private void addTo(StringBuilder query, String name) {
        query.append(query.isEmpty() ? '?' : pick(List.of("&", ";", "&&"))).append(name);
        if (!chance(10)) {
            query.append('=').append(chance(70) ? encoded(pick(NUMBERS)) : pick(SEGMENTS));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    /** A value of a schema, or another one. */
    private String json(JsonNode schema, int depth) {
        JsonNode known = resolved(schema);
        if (chance(4) || depth > 6) {
            return pick(List.of("null", "true", "[]", "{}", "\"\"", "0", "[".repeat(3_000), "{\"a\":".repeat(2_000)));
        }
        if (known.has("enum") && chance(80)) {
            return known.path("enum")
                    .path(random.nextInt(known.path("enum").size()))
                    .toString();
        }
        String type = chance(8)
                ? pick(List.of("string", "number", "array", "object", "boolean"))
                : known.path("type").asText("object");
        return switch (type) {
            case "string" -> quoted(text());
            case "number", "integer" -> pick(NUMBERS);
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "array" -> {
                List<String> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(json(known.path("items"), depth + 1));
                }
                yield "[" + String.join(",", items) + "]";
            }
            default -> object(known, depth);
        };
    }

    private String object(JsonNode schema, int depth) {
        List<String> fields = new ArrayList<>();
        schema.path("properties").properties().forEach(property -> {
            if (chance(70)) {
                fields.add(quoted(property.getKey()) + ":" + json(property.getValue(), depth + 1));
            }
        });
        while (chance(10)) {
            fields.add(quoted(text()) + ":" + pick(NUMBERS));
        }
        if (chance(5) && !fields.isEmpty()) {
            fields.add(fields.getFirst());
        }
        return "{" + String.join(",", fields) + "}";
    }

    private String text() {
        if (chance(5)) {
            return pick(TEXTS).repeat(1 + random.nextInt(400));
        }
        return chance(50) ? "Hello." : pick(TEXTS);
    }

    private String quoted(String text) {
        if (chance(3)) {
            return "\"\\ud800" + text.length() + "\"";
        }
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private byte[] form(JsonNode schema, String boundary) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        if (chance(5)) {
            return form.toByteArray();
        }
        schema.path("properties").properties().forEach(property -> {
            if (chance(70)) {
                boolean isFile =
                        resolved(property.getValue()).path("format").asText().equals("binary")
                                || property.getKey().equals("audio");
                form.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n"
                        .formatted(boundary, property.getKey(), isFile ? "; filename=\"%s\"".formatted(fileName()) : "")
                        .getBytes(UTF_8));
                form.writeBytes(isFile ? file() : text().getBytes(UTF_8));
                form.writeBytes("\r\n".getBytes(UTF_8));
            }
        });
        form.writeBytes((chance(90) ? "--%s--\r\n".formatted(boundary) : "").getBytes(UTF_8));
        return form.toByteArray();
    }

    private String fileName() {
        return pick(List.of("a.wav", "a.mp3", "me.mp4", "../../a", "a\u0000.png", "", "a".repeat(300), "é.jpg"));
    }

    /** The beginning of a file of a known kind, and then anything. */
    private byte[] file() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                pick(List.of("RIFF$\u0000\u0000\u0000WAVEfmt ", "ID3", "OggS", "\u0089PNG\r\n", "GIF89a", "", "ftyp"))
                        .getBytes(ISO_8859_1));
        byte[] rest = new byte[random.nextInt(2_000)];
        random.nextBytes(rest);
        file.writeBytes(rest);
        return file.toByteArray();
    }

    private byte[] damaged(byte[] body) {
        if (body.length == 0) {
            return body;
        }
        byte[] damaged = chance(30) ? Arrays.copyOf(body, random.nextInt(body.length)) : body.clone();
        for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private String range() {
        return chance(10)
                ? pick(List.of("bytes=0-1", "bytes=-1", "bytes=9-1", "bytes=99999999999-", "x=1-2", "bytes=0-1,2-3"))
                : "";
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
