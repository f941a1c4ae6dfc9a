/**
 * Reading requests aloud: from a text or a recording to the segments of an utterance, for workers, the HTTP API, and
 * programs without a service.
 */
@NullMarked
package avatar.speech.narration;

import org.jspecify.annotations.NullMarked;
