/** Methods to plan the mouth of a sentence: that of viseme-service, and those it is compared with. */
@NullMarked
package avatar.bench.scorecard.plan;

import org.jspecify.annotations.NullMarked;
