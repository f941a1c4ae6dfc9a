/** What a caller's text must go through before a voice sees it. */
@NullMarked
package avatar.tts.text;

import org.jspecify.annotations.NullMarked;
