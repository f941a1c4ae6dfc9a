/** The status of utterances: collected from events, served over HTTP and as server-sent events. */
@NullMarked
package avatar.tts.status;

import org.jspecify.annotations.NullMarked;
