/** The quality of lip movements, measured on the mouths drawn for a hundred sentences. */
@NullMarked
package avatar.bench.scorecard;

import org.jspecify.annotations.NullMarked;
