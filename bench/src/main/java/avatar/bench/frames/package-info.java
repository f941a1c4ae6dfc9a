/** The cost of a frame: encoded completely, as in the first version, and as the compositor makes it. */
@NullMarked
package avatar.bench.frames;

import org.jspecify.annotations.NullMarked;
