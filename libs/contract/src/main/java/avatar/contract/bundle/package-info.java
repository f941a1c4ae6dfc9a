/** The files of an avatar as they lie on the shared volume. */
@NullMarked
package avatar.contract.bundle;

import org.jspecify.annotations.NullMarked;
