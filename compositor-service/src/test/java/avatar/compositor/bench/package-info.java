/** What things cost. No part of the tests: run by name. */
@NullMarked
package avatar.compositor.bench;

import org.jspecify.annotations.NullMarked;
