/** What a frame costs: made whole, as it was done before, and as the compositor makes it. */
@NullMarked
package avatar.bench.frames;

import org.jspecify.annotations.NullMarked;
