/** Puts the page and the services behind it under one origin. */
@NullMarked
package avatar.web.gateway;

import org.jspecify.annotations.NullMarked;
