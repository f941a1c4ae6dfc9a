package avatar.speech.edge;

import avatar.speech.synthesis.Prosody;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The messages sent to the service: the output format once, then the SSML of the clause. */
final class EdgeRequests {

    /** The format of a browser's JavaScript clock. */
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.US)
            .withZone(ZoneOffset.UTC);

    private EdgeRequests() {}

    /** Requests MP3 of 24 kHz and 48 kbit/s, and the start and end of each word. */
    static String config(Instant now) {
        return """
                X-Timestamp:%s\r
                Content-Type:application/json; charset=utf-8\r
                Path:speech.config\r
                \r
                {"context":{"synthesis":{"audio":{"metadataoptions":{"sentenceBoundaryEnabled":"false",\
                "wordBoundaryEnabled":"true"},"outputFormat":"audio-24khz-48kbitrate-mono-mp3"}}}}\r
                """.formatted(TIMESTAMP.format(now));
    }

    /** Requests a text to be spoken. */
    static String speech(String requestId, Instant now, String ssml) {
        // The Z after a time with a named zone is what the browser writes.
        return """
                X-RequestId:%s\r
                Content-Type:application/ssml+xml\r
                X-Timestamp:%sZ\r
                Path:ssml\r
                \r
                %s""".formatted(requestId, TIMESTAMP.format(now), ssml);
    }

    /**
     * The text as SSML; the service accepts these three elements and no other.
     *
     * @param voice of letters, digits and hyphens
     */
    static String ssml(String voice, String language, String text, Prosody prosody) {
        return ("<speak version='1.0' xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='%s'><voice name='%s'>"
                        + "<prosody pitch='%s' rate='%s' volume='+0%%'>%s</prosody></voice></speak>")
                .formatted(language, voice, percent(prosody.pitch()), percent(prosody.rate()), escaped(text));
    }

    /** Escapes text for XML; characters that XML 1.0 does not allow (2.2, Characters) become spaces. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                default -> escaped.appendCodePoint(isXml(character) ? character : ' ');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private static String percent(double factor) {
        return String.format(Locale.ROOT, "%+d%%", Math.round((factor - 1) * 100));
    }
}
