@NullMarked
package avatar.bench.start;

import org.jspecify.annotations.NullMarked;
