package avatar.setup.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/** The report that a JVM writes when native code crashes it. */
public record CrashReport(Path file) {

    private static final String HEADING = "# Problematic frame:";
    private static final int HEAD_LINES = 50;

    /** The option of a JVM that writes its report there. */
    public String option() {
        return "-XX:ErrorFile=" + file;
    }

    /** The function that crashed; empty if there is no report. */
    public Optional<String> frame() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(file)) {
            Iterator<String> head = lines.limit(HEAD_LINES).iterator();
            while (head.hasNext()) {
                if (head.next().equals(HEADING) && head.hasNext()) {
                    return Optional.of(head.next().replaceFirst("^# *", ""));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
