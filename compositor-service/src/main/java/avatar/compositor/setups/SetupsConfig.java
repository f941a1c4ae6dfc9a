package avatar.compositor.setups;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What may be uploaded to make avatars of, and how long is waited for whom. */
@ConfigMapping(prefix = "avatar.setups")
public interface SetupsConfig {

    /** The largest upload. 500 MB: setup-job reads no larger videos. */
    @WithDefault("500M")
    MemorySize maxUpload();

    /** Uploads at once; each may take its size of the disk, and little memory. */
    @WithDefault("4")
    int maxUploads();

    /** Room that an upload must leave on the disk: a bundle in the making takes some, and all else that is there, too. */
    @WithDefault("512M")
    MemorySize keepFree();

    /** How old an upload may get whose setup was lost. 1 day: longer than Kafka keeps a request. */
    @WithDefault("1d")
    Duration keepUploads();

    /** How long nothing need be heard of a setup before its status says so. 15 s: setup-job tells how far it is every second. */
    @WithDefault("15s")
    Duration eventTimeout();

    /** Setups that are remembered; a status takes less than a kilobyte. */
    @WithDefault("200")
    int remembered();
}
