/** The neural voices of Microsoft's read-aloud service, which runs on machines of Microsoft: what is spoken is sent there. */
@NullMarked
package avatar.speech.edge;

import org.jspecify.annotations.NullMarked;
