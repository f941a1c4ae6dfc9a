package avatar.compositor.setups;

import avatar.contract.api.SetupStatus;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupAction;
import avatar.contract.setup.SetupEvent;
import avatar.contract.setup.SetupRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest setups, in the order in which they became known; older ones are forgotten. Thread-safe. */
@Singleton
final class SetupBook {

    private final Map<String, Setup> setups = new LinkedHashMap<>();
    private final int size;
    private final Duration eventTimeout;
    private final InstantSource clock;

    @Inject
    SetupBook(SetupsConfig config, InstantSource clock) {
        this(config.remembered(), config.eventTimeout(), clock);
    }

    SetupBook(int size, Duration eventTimeout, InstantSource clock) {
        this.size = size;
        this.eventTimeout = eventTimeout;
        this.clock = clock;
    }

    /** Records a request, of this replica or another; a second time changes nothing. */
    synchronized void record(SetupRequest request) {
        if (request.action() == SetupAction.CANCEL) {
            setups.computeIfPresent(request.setup(), (_, known) -> known.unwanted());
            return;
        }
        setups.putIfAbsent(request.setup(), Setup.queued(request.setup(), request.avatar(), clock.instant()));
        forgetOldest();
    }

    synchronized void record(SetupEvent event) {
        String id = event.setup();
        if (id == null) {
            return; // not requested over HTTP
        }
        Setup known = setups.getOrDefault(id, Setup.queued(id, event.avatar(), clock.instant()));
        setups.put(id, known.with(event, clock.instant()));
        forgetOldest();
    }

    /** Forgets a setup whose request was not accepted. */
    synchronized void forget(String id) {
        setups.remove(id);
    }

    /** Whether a setup of that avatar is queued or running. */
    synchronized boolean isBeingMade(String avatar) {
        return setups.values().stream()
                .anyMatch(
                        setup -> setup.avatar().equals(avatar) && !setup.state().isFinal());
    }

    /**
     * A setup.
     *
     * @throws AvatarException {@link ErrorCode#NOT_FOUND}
     */
    synchronized Setup require(String id) {
        Setup setup = setups.get(id);
        if (setup == null) {
            throw new AvatarException(
                    ErrorCode.NOT_FOUND, "No setup '%s' is known; the oldest are forgotten".formatted(id));
        }
        return setup;
    }

    /** The status of a setup; otherwise as {@link #require}. */
    SetupStatus status(String id) {
        return require(id).status(clock.instant(), eventTimeout);
    }

    /** All of them, the newest first. */
    synchronized List<SetupStatus> statuses() {
        List<SetupStatus> statuses = new ArrayList<>();
        setups.values().forEach(setup -> statuses.add(setup.status(clock.instant(), eventTimeout)));
        return statuses.reversed();
    }

    private void forgetOldest() {
        while (setups.size() > size) {
            setups.remove(setups.keySet().iterator().next());
        }
    }
}
