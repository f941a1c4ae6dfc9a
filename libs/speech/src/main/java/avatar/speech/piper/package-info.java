/** Piper's voices: neural voices that whoever runs the service brings as files. */
@NullMarked
package avatar.speech.piper;

import org.jspecify.annotations.NullMarked;
