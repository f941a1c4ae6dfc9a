/** A client of Microsoft's read-aloud service and its neural voices: spoken text is sent to machines of Microsoft. */
@NullMarked
package avatar.speech.edge;

import org.jspecify.annotations.NullMarked;
