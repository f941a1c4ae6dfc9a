/** The channels of this service: their avatars loaded, their clocks started, their health and figures told. */
@NullMarked
package avatar.compositor.channel;

import org.jspecify.annotations.NullMarked;
