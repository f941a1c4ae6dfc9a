/** Says how far a setup is, and how long it will still take. */
@NullMarked
package avatar.setup.progress;

import org.jspecify.annotations.NullMarked;
