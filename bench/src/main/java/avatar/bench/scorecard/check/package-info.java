/** The rows of the scorecard: rules of good lip movements. */
@NullMarked
package avatar.bench.scorecard.check;

import org.jspecify.annotations.NullMarked;
