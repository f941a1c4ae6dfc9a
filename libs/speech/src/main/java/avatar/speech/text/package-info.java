/** Text processing before synthesis: SSML, cleaning, splitting into clauses. */
@NullMarked
package avatar.speech.text;

import org.jspecify.annotations.NullMarked;
