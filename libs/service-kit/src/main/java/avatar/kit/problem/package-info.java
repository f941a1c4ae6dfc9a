/** Failures as {@code application/problem+json}, for JAX-RS and for Vert.x routes. */
@NullMarked
package avatar.kit.problem;

import org.jspecify.annotations.NullMarked;
