/** The accuracy of timelines against the times that a speech engine reports for its own sounds. */
@NullMarked
package avatar.bench.onsets;

import org.jspecify.annotations.NullMarked;
