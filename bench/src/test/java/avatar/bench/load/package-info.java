@NullMarked
package avatar.bench.load;

import org.jspecify.annotations.NullMarked;
