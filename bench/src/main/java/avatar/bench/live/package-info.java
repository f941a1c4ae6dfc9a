/** Measures a running system from outside, as a viewer sees it. */
@NullMarked
package avatar.bench.live;

import org.jspecify.annotations.NullMarked;
