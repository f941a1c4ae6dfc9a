/** Uploaded recordings of speech: limits, checks, decoding. */
@NullMarked
package avatar.speech.recording;

import org.jspecify.annotations.NullMarked;
