/** Room on the disks that the service writes to. */
@NullMarked
package avatar.compositor.disk;

import org.jspecify.annotations.NullMarked;
