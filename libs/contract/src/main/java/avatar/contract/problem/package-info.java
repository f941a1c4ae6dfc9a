/** Foreseen failures: error codes, the exception that carries one, and problem details (RFC 9457) in HTTP answers. */
@NullMarked
package avatar.contract.problem;

import org.jspecify.annotations.NullMarked;
