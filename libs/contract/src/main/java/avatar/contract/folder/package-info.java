/** Folders that are whole or absent, and folders that go. */
@NullMarked
package avatar.contract.folder;

import org.jspecify.annotations.NullMarked;
