/** The log of who did what. */
@NullMarked
package avatar.web.audit;

import org.jspecify.annotations.NullMarked;
