/** The mouth shapes of the system, and what says when each is shown. */
@NullMarked
package avatar.contract.viseme;

import org.jspecify.annotations.NullMarked;
