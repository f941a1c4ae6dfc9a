/** An avatar in memory: its base video as ready JPEGs, the pixels its mouth may change, and its mouth patches. */
@NullMarked
package avatar.pictures.avatar;

import org.jspecify.annotations.NullMarked;
