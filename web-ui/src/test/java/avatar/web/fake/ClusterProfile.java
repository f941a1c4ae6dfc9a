package avatar.web.fake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/** The gateway in front of a {@link FakeCluster}, in place of the services of other tests. */
public final class ClusterProfile implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(FakeCluster.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }
}
