/** From a text and its recording to the mouth shapes that go with it. */
@NullMarked
package avatar.lips.alignment;

import org.jspecify.annotations.NullMarked;
