/** The status of utterances: recorded from events, over HTTP and as server-sent events. */
@NullMarked
package avatar.tts.status;

import org.jspecify.annotations.NullMarked;
