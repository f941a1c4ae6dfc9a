package avatar.launcher.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * The configuration of a broker with a single node.
 *
 * @param folder of its records and its cluster id
 * @param port for clients, on the loopback address
 * @param controllerPort for its own controller
 */
record BrokerSettings(Path folder, int port, int controllerPort) {

    static final int NODE_ID = 1;
    /** Enough for several instances of a service to share the channels. */
    static final int PARTITIONS = 4;

    static final short REPLICAS = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    Properties toProperties() {
        Properties properties = new Properties();
        addNode(properties);
        addReplication(properties);
        addSizes(properties);
        return properties;
    }

    private void addNode(Properties properties) {
        properties.put("node.id", String.valueOf(NODE_ID));
        properties.put("process.roles", "broker,controller");
        properties.put(
                "listeners", "PLAINTEXT://%s,CONTROLLER://127.0.0.1:%d".formatted(bootstrapServers(), controllerPort));
        properties.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
        properties.put("controller.listener.names", CONTROLLER_LISTENER);
        properties.put("controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE_ID, controllerPort));
        properties.put("log.dirs", folder.toString());
        // For this long a killed broker counts as alive, and the next one with its id is refused; default 9 s.
        properties.put("broker.session.timeout.ms", "2000");
        properties.put("broker.heartbeat.interval.ms", "500");
    }

    private static void addReplication(Properties properties) {
        properties.put("num.partitions", String.valueOf(PARTITIONS));
        properties.put("default.replication.factor", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        // A new consumer gets its partitions at once; by default it waits 3 s for others.
        properties.put("group.initial.rebalance.delay.ms", "0");
        // A compositor that died is noticed after 2 s; by default no group may ask for less than 6 s.
        properties.put("group.min.session.timeout.ms", "2000");
    }

    /** Speech is stale after minutes, and the machine is small. */
    private static void addSizes(Properties properties) {
        properties.put("log.retention.minutes", "60");
        properties.put("log.roll.ms", "1800000");
        properties.put("log.segment.bytes", String.valueOf(64 << 20));
        properties.put("log.index.size.max.bytes", String.valueOf(1 << 20));
        // Default 128 MiB.
        properties.put("log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20));
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        // A minute of speech is 2 MB; the default of 1 MiB would refuse a long clause.
        properties.put("message.max.bytes", String.valueOf(16 << 20));
        properties.put("replica.fetch.max.bytes", String.valueOf(16 << 20));
    }
}
