/** How the service reads and writes JSON, and how it tells a failure. */
@NullMarked
package avatar.tts.http;

import org.jspecify.annotations.NullMarked;
