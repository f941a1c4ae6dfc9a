package avatar.kit.http;

import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Configures HTTP to use the system's JSON mapper instead of Quarkus' own. */
public final class JsonRules {

    private JsonRules() {}

    @Produces
    @Singleton
    static ObjectMapper mapper() {
        return Json.mapper();
    }
}
