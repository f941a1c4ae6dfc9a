/** The accuracy of timelines against labelled recordings of speech. */
@NullMarked
package avatar.bench.timelines;

import org.jspecify.annotations.NullMarked;
