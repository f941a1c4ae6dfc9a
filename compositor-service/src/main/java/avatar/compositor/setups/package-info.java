/** Avatars that somebody wants made: what is uploaded for them, who is asked, and what became of it. */
@NullMarked
package avatar.compositor.setups;

import org.jspecify.annotations.NullMarked;
