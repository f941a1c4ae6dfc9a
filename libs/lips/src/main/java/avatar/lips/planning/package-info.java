/** From the timed sounds of a segment to the mouth shapes that go with them. */
@NullMarked
package avatar.lips.planning;

import org.jspecify.annotations.NullMarked;
