package avatar.launcher.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file that receives the output of a child process.
 *
 * @param start the length of what earlier processes wrote to it, in bytes
 */
public record LogFile(Path path, long start) implements Output {

    private static final int TAIL_LINES = 6;
    private static final Pattern STACK_LINE = Pattern.compile("^\\s+(at |\\.\\.\\. )");

    /**
     * An empty file; an existing one is kept beside it as {@code .old}.
     *
     * @throws LaunchException if it can't be written
     */
    public static LogFile fresh(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            if (Files.exists(path)) {
                Files.move(path, path.resolveSibling(path.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(path);
            return new LogFile(path, 0);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    /**
     * A file to which another process has written, and to which the next one appends.
     *
     * @throws LaunchException if it can't be read
     */
    static LogFile continued(Path path) {
        try {
            return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static LaunchException unwritable(Path path, IOException e) {
        return new LaunchException("The log %s can't be written: %s".formatted(path, e), e);
    }

    @Override
    public Redirect redirect() {
        return Redirect.appendTo(path.toFile());
    }

    /** Whether the process has written exactly this line. */
    public boolean hasLine(String line) {
        return lines().contains(line);
    }

    /** The last lines of the process, without stack traces, and the path. */
    @Override
    public String tail() {
        List<String> lines = lines().stream()
                .filter(line -> !line.isBlank() && !STACK_LINE.matcher(line).find())
                .toList();
        if (lines.isEmpty()) {
            return "it wrote nothing to %s".formatted(path);
        }
        return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                .collect(Collectors.joining("\n  ", "the end of %s:\n  ".formatted(path), ""));
    }

    private List<String> lines() {
        try {
            byte[] bytes = Files.readAllBytes(path);
            int skipped = (int) Math.min(start, bytes.length);
            // Not readAllLines, which fails at the first byte that is not UTF-8.
            return new String(bytes, skipped, bytes.length - skipped, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of("(can't be read: %s)".formatted(e));
        }
    }
}
