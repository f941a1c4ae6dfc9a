/** {@code avatar bench start}: the time from the command to the first frame and the first spoken texts. */
@NullMarked
package avatar.bench.start;

import org.jspecify.annotations.NullMarked;
