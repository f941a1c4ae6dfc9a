/** HTTP: everybody who watches a channel, each at the speed of his own line. */
@NullMarked
package avatar.compositor.stream;

import org.jspecify.annotations.NullMarked;
