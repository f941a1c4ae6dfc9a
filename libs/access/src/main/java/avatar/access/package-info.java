/** API keys, their scopes and their file; signed links and sessions. */
@NullMarked
package avatar.access;

import org.jspecify.annotations.NullMarked;
