/** Selection of voices: lists the voices of all engines, chooses the one that speaks and its substitute. */
@NullMarked
package avatar.speech.voices;

import org.jspecify.annotations.NullMarked;
