/** What tests have in common: a system that speaks the real API, and the command line run as the shell does. */
@NullMarked
package avatar.cli.fake;

import org.jspecify.annotations.NullMarked;
