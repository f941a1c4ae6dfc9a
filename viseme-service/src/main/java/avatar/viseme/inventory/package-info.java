/** What visemes there are: the sounds of each, words with them, and what the mouth looks like. */
@NullMarked
package avatar.viseme.inventory;

import org.jspecify.annotations.NullMarked;
