/** JPEGs cut at their restart markers, so that a part of a picture can be encoded anew and put in the place of the old one. */
@NullMarked
package avatar.pictures.jpeg;

import org.jspecify.annotations.NullMarked;
