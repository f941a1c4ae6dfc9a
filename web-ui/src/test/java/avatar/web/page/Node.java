package avatar.web.page;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.List;

/** Runs Node.js, if this machine has one. */
final class Node {

    private Node() {}

    /** Skips the test where there is none. */
    static Process start(String... arguments) {
        try {
            ProcessBuilder node = new ProcessBuilder("node");
            node.command().addAll(List.of(arguments));
            return node.redirectErrorStream(true).start();
        } catch (IOException e) {
            return abort("node is absent");
        }
    }
}
