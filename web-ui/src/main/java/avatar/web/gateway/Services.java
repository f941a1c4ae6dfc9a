package avatar.web.gateway;

import static java.util.Objects.requireNonNull;

import avatar.contract.channel.ChannelOwner;
import avatar.web.owner.OwnerDirectory;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the services are: the addresses of the configuration, and the compositors that have announced themselves. */
@Singleton
final class Services {

    private final Map<Upstream, List<Instance>> configured = new EnumMap<>(Upstream.class);
    private final OwnerDirectory owners;
    private final AtomicInteger turn = new AtomicInteger();

    Services(GatewayConfig config, OwnerDirectory owners) {
        for (Upstream upstream : Upstream.values()) {
            configured.put(upstream, upstream.configured(config));
        }
        this.owners = owners;
    }

    /** All instances of a service, beginning with another one at every call. */
    List<Instance> inTurn(Upstream upstream) {
        if (upstream != Upstream.COMPOSITOR || !knowOwners()) {
            return rotated(configured(upstream));
        }
        List<Instance> instances = rotated(announced());
        // Announcements outlive the compositors: after all of them have ended, only the configuration may be right.
        configured(upstream).stream()
                .filter(instance -> instances.stream().map(Instance::origin).noneMatch(instance.origin()::equals))
                .forEach(instances::add);
        return instances;
    }

    /** Each compositor once: those that have announced themselves or, while there are none, those of the configuration. */
    List<Instance> compositors() {
        return knowOwners() ? announced() : configured(Upstream.COMPOSITOR);
    }

    /**
     * Where a channel is. Without any announcement it may be at each address of the configuration; nowhere when only
     * the owners of other channels are known.
     */
    List<Instance> ofChannel(String channel) {
        if (!knowOwners()) {
            return inTurn(Upstream.COMPOSITOR);
        }
        return owners.of(channel).map(Services::instance).stream().toList();
    }

    /** Whether compositors have announced themselves. */
    boolean knowOwners() {
        return !owners.all().isEmpty();
    }

    private List<Instance> configured(Upstream upstream) {
        return requireNonNull(configured.get(upstream));
    }

    private List<Instance> announced() {
        return owners.all().stream().map(Services::instance).toList();
    }

    private static Instance instance(ChannelOwner owner) {
        return Instance.of(Upstream.COMPOSITOR, owner.url(), owner.instance());
    }

    private List<Instance> rotated(List<Instance> instances) {
        List<Instance> rotated = new ArrayList<>(instances);
        if (rotated.size() > 1) {
            Collections.rotate(rotated, turn.getAndIncrement());
        }
        return rotated;
    }
}
