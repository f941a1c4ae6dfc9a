/** English through flite, a library of the system. */
@NullMarked
package avatar.phonetics.flite;

import org.jspecify.annotations.NullMarked;
