/** How near timelines are to labelled speech. */
@NullMarked
package avatar.bench.timelines;

import org.jspecify.annotations.NullMarked;
