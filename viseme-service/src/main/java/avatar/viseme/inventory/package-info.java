/** The list of visemes over HTTP: phonemes, example words and a picture of each. */
@NullMarked
package avatar.viseme.inventory;

import org.jspecify.annotations.NullMarked;
