package avatar.web.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.Json;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Logs who did what, one line each, as category {@code avatar.audit}; counts refusals. */
@Singleton
public final class AuditLog {

    private static final Logger LOG = Logger.getLogger("avatar.audit");

    /** Texts are shortened to this many characters. */
    private static final int LONGEST_TEXT = 500;

    private final AuditConfig config;
    private final MeterRegistry metrics;

    AuditLog(AuditConfig config, MeterRegistry metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    public void record(Deed deed) {
        LOG.info(line(deed, config.texts()));
    }

    static String line(Deed deed, boolean hasTexts) {
        StringBuilder line = new StringBuilder("action=%s caller=%s address=%s outcome=%d"
                .formatted(Json.encode(deed.action()), Json.encode(deed.caller()), deed.address(), deed.outcome()));
        if (deed.channel() != null) {
            line.append(" channel=").append(deed.channel());
        }
        String text = deed.text();
        if (hasTexts && text != null) {
            boolean isShort = text.length() <= LONGEST_TEXT;
            line.append(" text=").append(Json.encode(isShort ? text : text.substring(0, LONGEST_TEXT) + "…"));
        }
        return line.toString();
    }

    /** Counts a refusal. */
    public void countRefusal(String reason) {
        metrics.counter("avatar.web.refused", "reason", reason).increment();
    }
}
