/** The cost of each step of a speaking frame, measured by JMH. */
@NullMarked
package avatar.bench.kernels;

import org.jspecify.annotations.NullMarked;
