package avatar.tts.voices;

import avatar.speech.voices.Engines;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Liveness: no local engine hangs. One that hangs in a library needs a new process. */
@Liveness
@Singleton
final class EnginesHealth implements HealthCheck {

    private final Engines engines;

    EnginesHealth(Engines engines) {
        this.engines = engines;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("engines")
                .status(!engines.anyNeedsRestart())
                .build();
    }
}
