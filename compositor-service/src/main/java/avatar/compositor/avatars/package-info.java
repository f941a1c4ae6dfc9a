/** The HTTP API of avatars: lists them, serves their pictures, receives uploads for new ones. */
@NullMarked
package avatar.compositor.avatars;

import org.jspecify.annotations.NullMarked;
