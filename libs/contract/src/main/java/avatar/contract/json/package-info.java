/** JSON serialization of this system: one mapper with its rules. */
@NullMarked
package avatar.contract.json;

import org.jspecify.annotations.NullMarked;
