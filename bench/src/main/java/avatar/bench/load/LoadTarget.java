package avatar.bench.load;

import java.net.URI;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of the compositor under load. */
final class LoadTarget {

    @Option(
            names = "--url",
            split = ",",
            defaultValue = "http://127.0.0.1:8083",
            description = "The address of compositor-service, or of all that share the channels (default: "
                    + "${DEFAULT-VALUE}).")
    private List<URI> urls = List.of();

    @Option(
            names = "--broker",
            defaultValue = "127.0.0.1:9092",
            description = "Host and port of its Kafka (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String broker;

    @Option(
            names = "--avatar",
            defaultValue = "default",
            description = "The avatar of the channels (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // has a default
    private String avatar;

    @Option(
            names = "--seconds",
            defaultValue = "15",
            description = "How long each row is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    Compositors compositors() {
        return new Compositors(urls);
    }

    Speakers speakers() {
        return new Speakers(broker);
    }

    LoadRun run(Compositors compositors, Speakers speakers) {
        return new LoadRun(compositors, speakers, avatar, seconds);
    }
}
