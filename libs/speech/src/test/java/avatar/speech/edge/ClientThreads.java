package avatar.speech.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.stream.Collectors;

/** The threads of all clients in this process. */
final class ClientThreads {

    private ClientThreads() {}

    static Set<Thread> alive() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().startsWith("edge-") || thread.getName().startsWith("HttpClient-"))
                .collect(Collectors.toSet());
    }

    /** Waits until all threads that were not there before have ended. */
    static void awaitEnd(Set<Thread> before) {
        await().untilAsserted(() -> assertThat(alive()).isSubsetOf(before));
    }
}
