/** What {@code avatar doctor} can't tell by itself, being a script: ports, memory, the running system, avatars, voices. */
@NullMarked
package avatar.cli.doctor;

import org.jspecify.annotations.NullMarked;
