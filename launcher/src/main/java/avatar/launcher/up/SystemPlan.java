package avatar.launcher.up;

import java.net.URI;
import java.nio.file.Path;

/**
 * The addresses, ports and folders of a system.
 *
 * @param host that the page listens on; the services behind it listen on the loopback address only
 * @param port of the page; the services behind it take the next ones
 * @param dataFolder of avatars, voices, logs and Kafka's records
 * @param avatar that channel {@code main} shows
 */
record SystemPlan(String host, int port, int brokerPort, Path dataFolder, String avatar) {

    private static final String LOOPBACK = "127.0.0.1";

    String host(Service service) {
        return service == Service.WEB_UI ? host : LOOPBACK;
    }

    int port(Service service) {
        return port + service.portOffset();
    }

    /** The address of a service on this machine. */
    URI url(Service service) {
        String reachable = host(service).equals("0.0.0.0") ? LOOPBACK : host(service);
        return URI.create("http://%s:%d".formatted(reachable, port(service)));
    }

    String bootstrapServers() {
        return LOOPBACK + ":" + brokerPort;
    }

    Path avatarsFolder() {
        return dataFolder.resolve("avatars");
    }

    Path rendersFolder() {
        return dataFolder.resolve("renders");
    }

    /** The folder of the models of engine sadtalker. */
    Path modelsFolder() {
        return dataFolder.resolve("models").resolve("sadtalker");
    }

    Path voicesFolder() {
        return dataFolder.resolve("voices");
    }

    Path recordsFolder() {
        return dataFolder.resolve("kafka");
    }

    Path log(String name) {
        return dataFolder.resolve("logs").resolve(name + ".log");
    }
}
