/** How many channels and viewers a compositor carries: a client that counts frames, and speech for it to show. */
@NullMarked
package avatar.bench.load;

import org.jspecify.annotations.NullMarked;
