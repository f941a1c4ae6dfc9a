package avatar.kit.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans, and carries them from one process to the next in the headers of W3C Trace Context. Off unless the
 * address of a collector is set ({@code OTEL_EXPORTER_OTLP_ENDPOINT}); then spans that are begun are not recorded, and
 * no header is written. OpenTelemetry's other variables ({@code OTEL_TRACES_SAMPLER}, {@code
 * OTEL_EXPORTER_OTLP_HEADERS}, …) apply as its SDK defines them.
 *
 * <p>The SDK alone, not Quarkus' extension, which costs each service a fifth more processor time at its start, on or
 * off.
 */
public final class Tracing {

    private static final String SCOPE = "avatar";

    private final @Nullable OpenTelemetrySdk sdk;
    private final Tracer tracer;
    private final TextMapPropagator propagator;

    private Tracing(@Nullable OpenTelemetrySdk sdk) {
        OpenTelemetry telemetry = sdk == null ? OpenTelemetry.noop() : sdk;
        this.sdk = sdk;
        this.tracer = telemetry.getTracer(SCOPE);
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /** Of a process that records no spans. */
    public static Tracing off() {
        return new Tracing(null);
    }

    /**
     * Of a process whose spans are sent to a collector.
     *
     * @param collector address of the collector, which speaks OTLP over HTTP
     * @param service its name in the traces, unless {@code OTEL_SERVICE_NAME} is set
     * @throws ConfigurationException if the address or another setting of OpenTelemetry is invalid
     */
    public static Tracing to(String collector, String service) {
        try {
            return new Tracing(sdk(collector, service));
        } catch (io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException | IllegalArgumentException e) {
            // Without the cause, so that Quarkus prints this line alone.
            throw new ConfigurationException(
                    "Traces can't be sent: found OTEL_EXPORTER_OTLP_ENDPOINT '%s', expected an address like http://localhost:4318 (%s)"
                            .formatted(collector, e.getMessage()));
        }
    }

    private static OpenTelemetrySdk sdk(String collector, String service) {
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.service.name", service,
                        "otel.exporter.otlp.endpoint", collector,
                        // The sender on the class path is that of the JDK, which has no gRPC.
                        "otel.exporter.otlp.protocol", "http/protobuf",
                        // Metrics are read by Prometheus, logs from standard output.
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none"))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** The tracing of a service; sends what it has recorded when the service stops. */
    @Singleton
    static final class OfService {

        private final Tracing tracing;

        OfService(
                @ConfigProperty(name = "quarkus.application.name") String service,
                @ConfigProperty(name = "otel.exporter.otlp.endpoint") Optional<String> collector) {
            this.tracing =
                    collector.map(address -> Tracing.to(address, service)).orElseGet(Tracing::off);
        }

        @Produces
        @Singleton
        Tracing tracing() {
            return tracing;
        }

        @PreDestroy
        void close() {
            if (tracing.sdk != null) {
                tracing.sdk.close();
            }
        }
    }

    public boolean isOn() {
        return sdk != null;
    }

    /** Begins a span; the caller ends it. */
    public Span begin(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(parent).startSpan();
    }

    /**
     * The span that a request belongs to.
     *
     * @param header the value of a header of the request
     */
    public Context parent(Function<String, @Nullable String> header) {
        return propagator.extract(Context.root(), header, HEADERS);
    }

    /** The span that a record belongs to. */
    public Context parent(Headers headers) {
        return parent(name -> {
            Header header = headers.lastHeader(name);
            return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
        });
    }

    /** Makes what is sent a part of a span. */
    public void carry(Context span, BiConsumer<String, String> setHeader) {
        propagator.inject(span, setHeader, (headers, name, value) -> {
            if (headers != null) {
                headers.accept(name, value);
            }
        });
    }

    /** Makes a record a part of a span. */
    public void carry(Context span, Headers headers) {
        carry(span, (name, value) -> headers.add(name, value.getBytes(UTF_8)));
    }

    private static final TextMapGetter<Function<String, @Nullable String>> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Function<String, @Nullable String> carrier) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable Function<String, @Nullable String> carrier, String key) {
            return carrier == null ? null : carrier.apply(key);
        }
    };
}
