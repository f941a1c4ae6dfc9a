/** The channels of this service: registry, HTTP API, loading of their avatars, health and metrics. */
@NullMarked
package avatar.compositor.channel;

import org.jspecify.annotations.NullMarked;
