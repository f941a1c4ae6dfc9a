/** What this machine has without a running system: avatars in a folder, and voices in this process. */
@NullMarked
package avatar.cli.local;

import org.jspecify.annotations.NullMarked;
