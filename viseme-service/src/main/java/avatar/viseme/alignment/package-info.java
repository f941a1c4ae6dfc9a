/** From a text and its recording to the mouth shapes that go with it. */
@NullMarked
package avatar.viseme.alignment;

import org.jspecify.annotations.NullMarked;
