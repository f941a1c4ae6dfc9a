/** Sound files and PCM samples: decoding, and writing WAV. */
@NullMarked
package avatar.speech.audio;

import org.jspecify.annotations.NullMarked;
