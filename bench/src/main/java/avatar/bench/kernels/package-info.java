/** What each step of a speaking frame costs by itself, measured by JMH. */
@NullMarked
package avatar.bench.kernels;

import org.jspecify.annotations.NullMarked;
