/** Small servers that stand in for the services behind the gateway. */
@NullMarked
package avatar.web.fake;

import org.jspecify.annotations.NullMarked;
