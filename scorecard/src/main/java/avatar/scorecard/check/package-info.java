/** The rows of the scorecard: what is seen of good lips. */
@NullMarked
package avatar.scorecard.check;

import org.jspecify.annotations.NullMarked;
