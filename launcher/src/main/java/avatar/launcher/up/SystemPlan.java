package avatar.launcher.up;

import avatar.access.KeyFile;
import avatar.contract.api.Management;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The processes, addresses, ports and folders of a system.
 *
 * @param host that the page listens on; the services behind it listen on the loopback address only
 * @param port of the page; the services behind it take the next ones
 * @param dataFolder of avatars, voices, logs and Kafka's records
 * @param avatar that channel {@code main} shows
 * @param tls the certificate of the page; null for plain HTTP
 */
record SystemPlan(
        String host,
        int port,
        int brokerPort,
        Path dataFolder,
        String avatar,
        Replicas replicas,
        @Nullable Tls tls) {

    static final String LOOPBACK = "127.0.0.1";

    /** Without TLS. */
    SystemPlan(String host, int port, int brokerPort, Path dataFolder, String avatar, Replicas replicas) {
        this(host, port, brokerPort, dataFolder, avatar, replicas, null);
    }

    /** All processes of services, in the order of their start. */
    List<Instance> instances() {
        return Arrays.stream(Service.values())
                .flatMap(service -> instances(service).stream())
                .toList();
    }

    List<Instance> instances(Service service) {
        return IntStream.rangeClosed(1, replicas.of(service))
                .mapToObj(number -> new Instance(service, number))
                .toList();
    }

    String host(Service service) {
        return service == Service.WEB_UI ? host : LOOPBACK;
    }

    /** The first of each service have the ports of a system without replicas, the others those that follow. */
    int port(Instance instance) {
        if (instance.isFirst()) {
            return port + instance.service().portOffset();
        }
        List<Instance> others =
                instances().stream().filter(another -> !another.isFirst()).toList();
        return port + Service.values().length + others.indexOf(instance);
    }

    /** Where health and metrics of a process are; its readiness is asked there. */
    int managementPort(Instance instance) {
        return port(instance) + Management.PORT_OFFSET;
    }

    /** The address of the readiness of a process; on the loopback address, wherever the page listens. */
    URI readiness(Instance instance) {
        return URI.create("http://%s:%d%s".formatted(LOOPBACK, managementPort(instance), Management.READINESS));
    }

    /** The address of a process on this machine. */
    URI url(Instance instance) {
        String host = host(instance.service());
        String reachable = host.equals("0.0.0.0") ? LOOPBACK : host;
        String scheme = tls != null && instance.service() == Service.WEB_UI ? "https" : "http";
        return URI.create("%s://%s:%d".formatted(scheme, reachable, port(instance)));
    }

    /** The address of the first process of a service. */
    URI url(Service service) {
        return url(Instance.firstOf(service));
    }

    /** The addresses of all processes of a service, as a list in a setting. */
    String urls(Service service) {
        return instances(service).stream()
                .map(instance -> url(instance).toString())
                .collect(Collectors.joining(","));
    }

    String bootstrapServers() {
        return LOOPBACK + ":" + brokerPort;
    }

    Path avatarsFolder() {
        return dataFolder.resolve("avatars");
    }

    /** Each compositor cleans up its own. */
    Path rendersFolder(Instance compositor) {
        return dataFolder.resolve(compositor.numbered("renders"));
    }

    /** The folder of the models of engine sadtalker. */
    Path modelsFolder() {
        return dataFolder.resolve("models").resolve("sadtalker");
    }

    /** The API keys, if there are any. */
    Path keysFile() {
        return KeyFile.inFolder(dataFolder).path();
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
