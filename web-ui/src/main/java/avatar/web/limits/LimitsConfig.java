package avatar.web.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one caller may do. Requests from this machine itself are not limited by their address. */
@ConfigMapping(prefix = "avatar.limits")
interface LimitsConfig {

    /** Requests a minute of one key, all its links and sessions together. */
    @WithDefault("3000")
    int requestsPerKey();

    /** Requests a minute from one address. */
    @WithDefault("1200")
    int requestsPerAddress();

    /** Requests a minute from one address without a valid key that are answered as such, and logged. */
    @WithDefault("60")
    int failuresPerAddress();

    /** Unfinished requests of one address at once; a stream is one as long as it lasts. */
    @WithDefault("200")
    int openRequestsPerAddress();

    /** Unfinished requests of all addresses at once, this machine's included. */
    @WithDefault("10000")
    int openRequests();
}
