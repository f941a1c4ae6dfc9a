package avatar.cli.api;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answer of a Quarkus readiness endpoint; the gateway's check lists the services behind it in its data. */
public record Health(String status, List<Map<String, Object>> checks) {

    private static final String UP = "UP";

    public boolean isUp() {
        return status.equals(UP);
    }

    /** Readiness of the services behind the gateway, by name. */
    public Map<String, Boolean> services() {
        Map<String, Boolean> services = new TreeMap<>();
        for (Map<String, Object> check : checks) {
            if (check.get("data") instanceof Map<?, ?> data) {
                data.forEach((name, state) -> services.put(String.valueOf(name), UP.equals(state)));
            }
        }
        return services;
    }
}
