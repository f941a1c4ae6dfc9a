/**
 * Speech and avatars without a running system: voices and lips in this process, avatars in a folder, their settings.
 */
@NullMarked
package avatar.cli.local;

import org.jspecify.annotations.NullMarked;
