/** Videos for the tests of setup-job. */
@NullMarked
package avatar.setup.clips;

import org.jspecify.annotations.NullMarked;
