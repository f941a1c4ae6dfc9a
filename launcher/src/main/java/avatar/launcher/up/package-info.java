/** Starts the whole system in the order its parts need each other, watches it, and stops it the other way round. */
@NullMarked
package avatar.launcher.up;

import org.jspecify.annotations.NullMarked;
