/** Small servers in place of the services behind the gateway. */
@NullMarked
package avatar.web.fake;

import org.jspecify.annotations.NullMarked;
