/** Takes the mouths of an avatar from the person's own speech. */
@NullMarked
package avatar.mouths.harvest;

import org.jspecify.annotations.NullMarked;
