/** How what is asked for over HTTP is answered. */
@NullMarked
package avatar.compositor.http;

import org.jspecify.annotations.NullMarked;
