/** Small avatars made up for tests: no face is needed to see where a mouth goes. */
@NullMarked
package avatar.compositor.testsupport;

import org.jspecify.annotations.NullMarked;
