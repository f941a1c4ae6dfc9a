package avatar.kit.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** The clocks of a service, injected wherever it needs the time; tests bring their own. */
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
