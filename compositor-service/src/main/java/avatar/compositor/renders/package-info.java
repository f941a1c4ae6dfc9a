/** Video files of speech that are requested over HTTP: the queue, the files, and the progress of each render. */
@NullMarked
package avatar.compositor.renders;

import org.jspecify.annotations.NullMarked;
