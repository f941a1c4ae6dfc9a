/** {@code avatar bench}: one command for each measurement, of a running system or of its parts. */
@NullMarked
package avatar.bench;

import org.jspecify.annotations.NullMarked;
