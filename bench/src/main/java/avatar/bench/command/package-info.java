/** What the commands have in common: how they fail, and how they tell their figures. */
@NullMarked
package avatar.bench.command;

import org.jspecify.annotations.NullMarked;
