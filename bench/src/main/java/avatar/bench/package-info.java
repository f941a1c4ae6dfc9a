/** {@code avatar bench}: what is measured, live or not, each by a command of its own. */
@NullMarked
package avatar.bench;

import org.jspecify.annotations.NullMarked;
