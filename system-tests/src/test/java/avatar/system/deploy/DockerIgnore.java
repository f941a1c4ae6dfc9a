package avatar.system.deploy;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;

/** {@code .dockerignore}: of the patterns that match a path or a folder above it, the last one decides. */
final class DockerIgnore {

    private final List<String> patterns = Yaml.read(".dockerignore")
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    boolean leavesOut(String path) {
        boolean isLeftOut = false;
        for (String pattern : patterns) {
            boolean isException = pattern.startsWith("!");
            if (matches(isException ? pattern.substring(1) : pattern, Path.of(path))) {
                isLeftOut = !isException;
            }
        }
        return isLeftOut;
    }

    private static boolean matches(String pattern, Path path) {
        for (Path part = path; part != null; part = part.getParent()) {
            // In Docker's patterns, "**/" stands for no folder, too.
            if (glob(pattern, part) || (pattern.startsWith("**/") && glob(pattern.substring(3), part))) {
                return true;
            }
        }
        return false;
    }

    private static boolean glob(String pattern, Path path) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(path);
    }
}
