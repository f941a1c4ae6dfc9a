package avatar.viseme.http;

import avatar.contract.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives HTTP the one mapper of this system in place of Quarkus' own. */
final class JsonRules {

    private JsonRules() {}

    @Produces
    @Singleton
    static ObjectMapper mapper() {
        return Json.mapper();
    }
}
