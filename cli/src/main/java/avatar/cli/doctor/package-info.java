/** The checks of {@code avatar doctor} that need Java: ports, memory, the running system, avatars, voices. */
@NullMarked
package avatar.cli.doctor;

import org.jspecify.annotations.NullMarked;
