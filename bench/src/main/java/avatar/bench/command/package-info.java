/** Common parts of the commands: options, failures, and reports as table or JSON. */
@NullMarked
package avatar.bench.command;

import org.jspecify.annotations.NullMarked;
