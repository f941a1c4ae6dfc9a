/** Test fixtures: a system with the real API, a small avatar, and the command line as the shell runs it. */
@NullMarked
package avatar.cli.fake;

import org.jspecify.annotations.NullMarked;
