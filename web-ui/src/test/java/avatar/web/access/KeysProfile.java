package avatar.web.access;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The gateway with keys. */
public class KeysProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "avatar.access.keys-file",
                TestKeys.write().toString(),
                // These tests fail often from one address.
                "avatar.limits.failures-per-address",
                "100000");
    }
}
