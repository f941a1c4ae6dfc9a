/** Load on a compositor by channels and viewers: clients that count frames, and speech without a voice. */
@NullMarked
package avatar.bench.load;

import org.jspecify.annotations.NullMarked;
