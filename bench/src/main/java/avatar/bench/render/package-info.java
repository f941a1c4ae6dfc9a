/** The cost of a render: as compositor-service makes it, and with every frame encoded completely. */
@NullMarked
package avatar.bench.render;

import org.jspecify.annotations.NullMarked;
