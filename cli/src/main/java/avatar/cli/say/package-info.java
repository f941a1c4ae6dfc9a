/** The commands say and render: speech on a running system, through this machine's speaker, or into a file. */
@NullMarked
package avatar.cli.say;

import org.jspecify.annotations.NullMarked;
