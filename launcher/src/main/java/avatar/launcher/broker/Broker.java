package avatar.launcher.broker;

import avatar.contract.speech.Topics;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The main class of the broker's process: one Kafka node, broker and controller in one.
 *
 * <p>Arguments: folder, port, controller port, names of topics. Prints {@link #READY} when it serves them. A stop
 * signal shuts it down in order.
 */
final class Broker {

    static final String READY = "READY";

    private static final int RETRY_MILLIS = 20;

    private Broker() {}

    public static void main(String[] args) {
        Logger.getLogger("").setLevel(Level.WARNING);
        try {
            run(
                    new BrokerSettings(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2])),
                    Arrays.asList(args).subList(3, args.length));
        } catch (Throwable e) {
            e.printStackTrace();
            System.err.println("The broker did not start: " + rootOf(e));
            // Not exit: an orderly shutdown waits for parts that never started.
            Runtime.getRuntime().halt(1);
        }
    }

    private static void run(BrokerSettings settings, List<String> topics) throws Exception {
        formatIfNew(settings.folder());
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings.toProperties(), false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
        server.startup();
        createMissingTopics(settings, topics);
        System.out.println(READY);
        server.awaitShutdown();
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    private static void formatIfNew(Path folder) throws Exception {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        new Formatter()
                .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                .setNodeId(BrokerSettings.NODE_ID)
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    private static void createMissingTopics(BrokerSettings settings, List<String> names) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
            List<NewTopic> topics = names.stream()
                    .map(name -> new NewTopic(name, BrokerSettings.PARTITIONS, BrokerSettings.REPLICAS)
                            .configs(configOf(name)))
                    .toList();
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                succeeds(created, TopicExistsException.class);
            }
            // The controller has them; the broker serves them a moment later. The timeout of the parent process bounds
            // this.
            while (!succeeds(admin.describeTopics(names).allTopicNames(), UnknownTopicOrPartitionException.class)) {
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    private static Map<String, String> configOf(String topic) {
        if (Topics.COMPACTED.contains(topic)) {
            return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        }
        return Topics.LONG_LIVED.contains(topic)
                ? Map.of(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Topics.LONG_RETENTION.toMillis()))
                : Map.of();
    }

    /** Waits for the answer; false if it is a failure of that kind. */
    private static boolean succeeds(KafkaFuture<?> answer, Class<? extends Exception> refusal) throws Exception {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (refusal.isInstance(e.getCause())) {
                return false;
            }
            throw e;
        }
    }
}
