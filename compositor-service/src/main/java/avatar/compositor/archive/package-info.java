/** The utterances that came last: what was said in them, when, and their sound. Plain Java but for its routes. */
@NullMarked
package avatar.compositor.archive;

import org.jspecify.annotations.NullMarked;
