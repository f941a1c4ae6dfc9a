/** Takes the mouths of an avatar from the person's own speech. */
@NullMarked
package avatar.setup.harvest;

import org.jspecify.annotations.NullMarked;
