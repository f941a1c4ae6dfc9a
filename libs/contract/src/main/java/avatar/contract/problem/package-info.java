/** Foreseen failures, and how they are told to whoever asked. */
@NullMarked
package avatar.contract.problem;

import org.jspecify.annotations.NullMarked;
