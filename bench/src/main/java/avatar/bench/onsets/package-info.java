/** How near timelines are to the times that an engine gives for its own sounds. */
@NullMarked
package avatar.bench.onsets;

import org.jspecify.annotations.NullMarked;
