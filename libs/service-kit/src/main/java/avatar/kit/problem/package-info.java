/** Failures as {@code application/problem+json}, for JAX-RS and Vert.x routes. */
@NullMarked
package avatar.kit.problem;

import org.jspecify.annotations.NullMarked;
