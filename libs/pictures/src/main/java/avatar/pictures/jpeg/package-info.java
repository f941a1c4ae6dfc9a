/** JPEGs whose tiles between restart markers can be replaced, so that only a part of a picture is encoded again. */
@NullMarked
package avatar.pictures.jpeg;

import org.jspecify.annotations.NullMarked;
