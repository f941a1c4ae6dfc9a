package avatar.compositor.speech;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Membership in the group of the compositors. */
@ConfigMapping(prefix = "avatar.segments")
public interface SegmentConfig {

    /**
     * How long a compositor may be silent until its channels are given to others: 2 s, so that a viewer sees its
     * picture stand for less than 3 s. The broker's {@code group.min.session.timeout.ms} must allow it, which by
     * default is 6 s.
     */
    @WithDefault("2s")
    Duration sessionTimeout();

    /** Time between two signs of life, by which a compositor also learns that another one has left. */
    @WithDefault("300ms")
    Duration heartbeat();
}
