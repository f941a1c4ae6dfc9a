package avatar.launcher.up;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The services of the system, in the order of their start; they are stopped in reverse. */
enum Service {
    VISEME_SERVICE("viseme-service", 2, "-Xmx64m", Service.QUICK_START) {
        @Override
        Map<String, Object> settings(SystemPlan plan) {
            return Map.of();
        }
    },
    TTS_SERVICE("tts-service", 1, "-Xmx160m", Service.QUICK_START) {
        @Override
        Map<String, Object> settings(SystemPlan plan) {
            return Map.of(
                    "kafka.bootstrap.servers", plan.bootstrapServers(),
                    "avatar.viseme.url", plan.url(VISEME_SERVICE),
                    "avatar.tts.piper.folder", plan.voicesFolder());
        }
    },
    /** Its heap holds the base video as JPEGs. */
    COMPOSITOR_SERVICE("compositor-service", 3, "-Xmx512m") {
        @Override
        Map<String, Object> settings(SystemPlan plan) {
            return Map.of(
                    "kafka.bootstrap.servers", plan.bootstrapServers(),
                    "avatar.avatars.folder", plan.avatarsFolder(),
                    "avatar.channel.avatar", plan.avatar(),
                    "avatar.renders.folder", plan.rendersFolder(),
                    "avatar.renders.tts-url", plan.url(TTS_SERVICE));
        }
    },
    WEB_UI("web-ui", 0, "-Xmx96m") {
        @Override
        Map<String, Object> settings(SystemPlan plan) {
            return Map.of(
                    "avatar.gateway.tts-url", plan.url(TTS_SERVICE),
                    "avatar.gateway.viseme-url", plan.url(VISEME_SERVICE),
                    "avatar.gateway.compositor-url", plan.url(COMPOSITOR_SERVICE));
        }
    };

    /** For services that spend little time in their own code: a third less work at the start. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final String module;
    private final int portOffset;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> options;

    Service(String module, int portOffset, String... options) {
        this.module = module;
        this.portOffset = portOffset;
        this.options = List.of(options);
    }

    /** Its settings besides its own address. */
    abstract Map<String, Object> settings(SystemPlan plan);

    String module() {
        return module;
    }

    /** The distance of its port from the page's. */
    int portOffset() {
        return portOffset;
    }

    List<String> jvmOptions(SystemPlan plan) {
        Map<String, Object> all = new TreeMap<>(settings(plan));
        all.put("quarkus.http.host", plan.host(this));
        all.put("quarkus.http.port", plan.port(this));
        return Stream.concat(
                        options.stream(),
                        all.entrySet().stream().map(entry -> "-D%s=%s".formatted(entry.getKey(), entry.getValue())))
                .toList();
    }
}
