/** The rows of the scorecard: what is seen of good lips. */
@NullMarked
package avatar.bench.scorecard.check;

import org.jspecify.annotations.NullMarked;
