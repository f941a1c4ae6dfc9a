package avatar.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The AOT cache of a program: its classes as the JVM had loaded and linked them, and what it had learned about its
 * methods, in an earlier run.
 *
 * @param program the jar that it was made of
 */
record AotCache(Path file, Path program) {

    /**
     * The cache knows already which methods are worth compiling, and at the start of a system many compilers compete
     * for few processors. So the JVM waits five times as long as usual until it compiles a method at all, and once more
     * ten times as long until it compiles one for the second time, with all optimizations; both are then done when
     * the system has started. The values of tier 4 are ten times the JVM's own.
     */
    private static final List<String> LATE_COMPILATION = List.of(
            "-XX:CompileThresholdScaling=5",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** The JVM itself checks that a cache fits, and runs without it otherwise; that is no concern of the user. */
    private static final List<String> IN_SILENCE = List.of("-Xlog:aot*=off", "-Xlog:cds*=off");

    /** Whether it was made of the present program, judged by the times of the files. */
    boolean isFresh() {
        try {
            return Files.exists(file)
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(program)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The options of a JVM that uses it, if it is fresh. */
    List<String> use() {
        return isFresh() ? inSilence("-XX:AOTCache=" + file, LATE_COMPILATION) : List.of();
    }

    /** The options of a JVM that makes it anew, at its end. */
    List<String> make() {
        return inSilence("-XX:AOTCacheOutput=" + made(), List.of());
    }

    /** Puts a cache that was made in its place; returns whether there is one. */
    boolean keep() {
        try {
            if (!Files.exists(made())) {
                return false;
            }
            Files.move(made(), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path made() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static List<String> inSilence(String option, List<String> others) {
        return Stream.of(List.of(option), others, IN_SILENCE)
                .flatMap(List::stream)
                .toList();
    }
}
