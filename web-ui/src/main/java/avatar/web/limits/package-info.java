/** How much one caller may do: rates, quotas and requests at once. */
@NullMarked
package avatar.web.limits;

import org.jspecify.annotations.NullMarked;
