/** Films that are ordered over HTTP: a queue, their files, and how far each is. */
@NullMarked
package avatar.compositor.renders;

import org.jspecify.annotations.NullMarked;
