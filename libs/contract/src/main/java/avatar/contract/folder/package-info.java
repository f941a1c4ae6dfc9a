/** Atomic creation and recursive deletion of folders. */
@NullMarked
package avatar.contract.folder;

import org.jspecify.annotations.NullMarked;
