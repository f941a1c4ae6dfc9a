package avatar.launcher.up;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The services of the system, in the order of their dependencies. */
enum Service {
    VISEME_SERVICE("viseme-service", 2, 1, "-Xmx64m", Service.QUICK_START) {
        @Override
        Map<String, Object> settings(SystemPlan plan, Instance self) {
            return Map.of();
        }
    },
    TTS_SERVICE("tts-service", 1, 2, "-Xmx160m", Service.QUICK_START) {
        @Override
        Map<String, Object> settings(SystemPlan plan, Instance self) {
            return Map.of(
                    "kafka.bootstrap.servers", plan.bootstrapServers(),
                    "avatar.viseme.url", plan.url(VISEME_SERVICE),
                    "avatar.tts.piper.folder", plan.voicesFolder());
        }
    },
    /** Its heap holds the base video as JPEGs. */
    COMPOSITOR_SERVICE("compositor-service", 3, 3, "-Xmx512m") {
        @Override
        Map<String, Object> settings(SystemPlan plan, Instance self) {
            return Map.of(
                    "kafka.bootstrap.servers", plan.bootstrapServers(),
                    "avatar.avatars.folder", plan.avatarsFolder(),
                    "avatar.channel.avatar", plan.avatar(),
                    "avatar.instance.url", plan.url(self),
                    "avatar.renders.folder", plan.rendersFolder(self),
                    "avatar.renders.tts-url", plan.url(partner(plan, self)));
        }
    },
    WEB_UI("web-ui", 0, 4, "-Xmx96m") {
        @Override
        Map<String, Object> settings(SystemPlan plan, Instance self) {
            return Map.of(
                    "kafka.bootstrap.servers", plan.bootstrapServers(),
                    "avatar.access.keys-file", plan.keysFile(),
                    "avatar.gateway.tts-url", plan.urls(TTS_SERVICE),
                    "avatar.gateway.viseme-url", plan.urls(VISEME_SERVICE),
                    "avatar.gateway.compositor-url", plan.urls(COMPOSITOR_SERVICE));
        }
    };

    /** For services that spend little time in their own code: a third less work at the start. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final String module;
    private final int portOffset;
    private final int tier;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> options;

    Service(String module, int portOffset, int tier, String... options) {
        this.module = module;
        this.portOffset = portOffset;
        this.tier = tier;
        this.options = List.of(options);
    }

    /** The settings of one of its processes, besides the address that it listens on. */
    abstract Map<String, Object> settings(SystemPlan plan, Instance self);

    String module() {
        return module;
    }

    /** The distance of its port from the page's. */
    int portOffset() {
        return portOffset;
    }

    /** The place of its processes in the order of the stops, the highest first; that of the broker is 0. */
    int tier() {
        return tier;
    }

    List<String> jvmOptions(SystemPlan plan, Instance self) {
        Map<String, Object> all = new TreeMap<>(settings(plan, self));
        all.put("quarkus.http.host", plan.host(this));
        all.put("quarkus.http.port", plan.port(self));
        all.put("quarkus.management.host", SystemPlan.LOOPBACK);
        all.put("quarkus.management.port", plan.managementPort(self));
        Tls tls = plan.tls();
        if (this == WEB_UI && tls != null) {
            all.putAll(tls.settings(plan.port(self)));
        }
        return Stream.concat(
                        options.stream(),
                        all.entrySet().stream().map(entry -> "-D%s=%s".formatted(entry.getKey(), entry.getValue())))
                .toList();
    }

    /** The process of tts-service that a compositor asks; several compositors share the work among them. */
    private static Instance partner(SystemPlan plan, Instance compositor) {
        List<Instance> all = plan.instances(TTS_SERVICE);
        return all.get((compositor.number() - 1) % all.size());
    }
}
