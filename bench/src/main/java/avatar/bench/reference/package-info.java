/**
 * The first version's way to make frames, which no service uses: tests compare the compositor's pixels with it, and
 * measurements its speed.
 */
@NullMarked
package avatar.bench.reference;

import org.jspecify.annotations.NullMarked;
