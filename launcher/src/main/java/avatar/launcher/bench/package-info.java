/** Measures a running system from outside, as a viewer sees it. */
@NullMarked
package avatar.launcher.bench;

import org.jspecify.annotations.NullMarked;
