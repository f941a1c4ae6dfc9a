/** What a browser may do here on behalf of other pages, and the content types that a request may have. */
@NullMarked
package avatar.web.edge;

import org.jspecify.annotations.NullMarked;
