/** Progress of a setup: stages, steps and the estimated time left. */
@NullMarked
package avatar.setup.progress;

import org.jspecify.annotations.NullMarked;
