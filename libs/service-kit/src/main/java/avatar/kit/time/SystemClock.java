package avatar.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Produces the injected clocks of a service; tests inject their own. */
public final class SystemClock {

    private SystemClock() {}

    @Produces
    @Singleton
    static InstantSource clock() {
        return InstantSource.system();
    }

    @Produces
    @Singleton
    static NanoClock nanoClock() {
        return System::nanoTime;
    }
}
