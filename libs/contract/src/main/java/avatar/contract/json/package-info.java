/** The one way this system writes and reads JSON. */
@NullMarked
package avatar.contract.json;

import org.jspecify.annotations.NullMarked;
