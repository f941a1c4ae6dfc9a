/**
 * The latest utterances: their words, phonemes and visemes with times, and their sound. Plain Java but for its routes.
 */
@NullMarked
package avatar.compositor.archive;

import org.jspecify.annotations.NullMarked;
