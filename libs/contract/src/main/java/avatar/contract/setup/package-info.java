/** What is asked of who makes avatars, and what is told meanwhile. */
@NullMarked
package avatar.contract.setup;

import org.jspecify.annotations.NullMarked;
