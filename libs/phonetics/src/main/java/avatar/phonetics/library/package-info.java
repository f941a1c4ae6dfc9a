/** Calls into native libraries, as the bindings of the speech engines make them. */
@NullMarked
package avatar.phonetics.library;

import org.jspecify.annotations.NullMarked;
