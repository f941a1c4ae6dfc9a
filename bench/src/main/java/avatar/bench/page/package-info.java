/** How the page plays: what is seen and heard in a real browser. */
@NullMarked
package avatar.bench.page;

import org.jspecify.annotations.NullMarked;
