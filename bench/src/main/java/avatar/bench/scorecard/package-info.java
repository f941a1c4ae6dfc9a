/** How good lips are, by what is drawn of a hundred sentences. */
@NullMarked
package avatar.bench.scorecard;

import org.jspecify.annotations.NullMarked;
