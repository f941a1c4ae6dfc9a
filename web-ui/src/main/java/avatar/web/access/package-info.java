/** Who may do what: keys, signed links, sessions and what they allow. */
@NullMarked
package avatar.web.access;

import org.jspecify.annotations.NullMarked;
