/** The HTTP gateway: forwards the API of all services under the page's origin. */
@NullMarked
package avatar.web.gateway;

import org.jspecify.annotations.NullMarked;
