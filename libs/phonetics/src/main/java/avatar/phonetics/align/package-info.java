/** Finds the sounds of a known text in a recording: alignment by synthesis. */
@NullMarked
package avatar.phonetics.align;

import org.jspecify.annotations.NullMarked;
