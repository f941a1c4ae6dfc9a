/** Where the channels are: partitions and their compositors. */
@NullMarked
package avatar.kit.channel;

import org.jspecify.annotations.NullMarked;
