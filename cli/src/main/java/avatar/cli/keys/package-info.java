/** The commands that create, list and revoke API keys, and sign links. */
@NullMarked
package avatar.cli.keys;

import org.jspecify.annotations.NullMarked;
