/** Calls of native libraries through the Foreign Function and Memory API. */
@NullMarked
package avatar.phonetics.library;

import org.jspecify.annotations.NullMarked;
