/** Common parts of the commands: failures and their remedies, output as table or JSON, progress, Ctrl-C. */
@NullMarked
package avatar.cli.command;

import org.jspecify.annotations.NullMarked;
