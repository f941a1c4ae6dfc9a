/** Foreseen failures: their codes, and their form in HTTP answers. */
@NullMarked
package avatar.contract.problem;

import org.jspecify.annotations.NullMarked;
