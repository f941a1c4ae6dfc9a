/** Audio and video synchronization of the page, measured in a real browser. */
@NullMarked
package avatar.bench.page;

import org.jspecify.annotations.NullMarked;
