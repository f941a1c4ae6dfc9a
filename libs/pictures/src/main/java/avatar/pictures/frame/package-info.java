/** Composes a frame of an avatar: chooses the mouth, matches its colours, blends it, and encodes its tiles. */
@NullMarked
package avatar.pictures.frame;

import org.jspecify.annotations.NullMarked;
