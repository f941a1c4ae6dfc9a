/** A cache of loaded avatars, each shared by all the channels that show it. */
@NullMarked
package avatar.pictures.library;

import org.jspecify.annotations.NullMarked;
