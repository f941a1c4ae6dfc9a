/** What every local speech engine gives: sound, with the times of its phonemes and words. */
@NullMarked
package avatar.phonetics.speech;

import org.jspecify.annotations.NullMarked;
