/** What a caller's text must go through before a voice sees it. */
@NullMarked
package avatar.speech.text;

import org.jspecify.annotations.NullMarked;
