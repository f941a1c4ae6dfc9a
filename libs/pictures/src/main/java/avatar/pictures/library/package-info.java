/** The avatars that are in memory, each once for all the channels that show it. */
@NullMarked
package avatar.pictures.library;

import org.jspecify.annotations.NullMarked;
