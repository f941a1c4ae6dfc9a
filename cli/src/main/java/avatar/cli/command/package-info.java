/** What the commands have in common: how they fail, print and are stopped. */
@NullMarked
package avatar.cli.command;

import org.jspecify.annotations.NullMarked;
