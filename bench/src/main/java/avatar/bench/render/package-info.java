/** What a film costs: made as the service makes it, and as it was done before. */
@NullMarked
package avatar.bench.render;

import org.jspecify.annotations.NullMarked;
