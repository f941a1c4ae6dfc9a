/**
 * Frames as they were made before there was a compositor: nothing here is used by the service. It is what tests compare its pixels
 * with, and what it is measured against.
 */
@NullMarked
package avatar.bench.reference;

import org.jspecify.annotations.NullMarked;
