/** The one table of sounds: which viseme shows each sound of every engine and language. */
@NullMarked
package avatar.phonetics.sound;

import org.jspecify.annotations.NullMarked;
