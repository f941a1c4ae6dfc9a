package avatar.compositor.setups;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of uploads for new avatars, and of the status of their setups. */
@ConfigMapping(prefix = "avatar.setups")
public interface SetupsConfig {

    /** The largest upload. 500 MB: setup-job reads no larger videos. */
    @WithDefault("500M")
    MemorySize maxUpload();

    /** Uploads at once; each may take its size of the disk, and little memory. */
    @WithDefault("4")
    int maxUploads();

    /** How long an upload may be without a byte before it is cut and its place is free for another. */
    @WithDefault("30s")
    Duration uploadTimeout();

    /** Free space that an upload must leave on the disk, for the bundle that is made of it and for other data. */
    @WithDefault("512M")
    MemorySize keepFree();

    /** Age at which an upload whose setup was lost is deleted. 1 day: longer than Kafka keeps a request. */
    @WithDefault("1d")
    Duration keepUploads();

    /**
     * How long a setup may be without an event before its status says so. 15 s: setup-job publishes its progress every
     * second.
     */
    @WithDefault("15s")
    Duration eventTimeout();

    /** Setups whose status is kept; one takes less than a kilobyte. */
    @WithDefault("200")
    int remembered();
}
