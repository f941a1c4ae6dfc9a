package avatar.web.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the audit log has. */
@ConfigMapping(prefix = "avatar.audit")
interface AuditConfig {

    /** Whether it has the texts that are spoken. */
    @WithDefault("false")
    boolean texts();
}
