/** Speech without a pause for a long time: whether all of it is spoken, and whether memory grows. */
@NullMarked
package avatar.bench.soak;

import org.jspecify.annotations.NullMarked;
