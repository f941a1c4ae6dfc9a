/** The avatars there are, over HTTP: listed, shown, and made of what is uploaded. */
@NullMarked
package avatar.compositor.avatars;

import org.jspecify.annotations.NullMarked;
