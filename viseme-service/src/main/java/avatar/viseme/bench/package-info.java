/** How near timelines are to labelled speech. */
@NullMarked
package avatar.viseme.bench;

import org.jspecify.annotations.NullMarked;
