/**
 * The viseme planner: from timed phonemes to a viseme timeline with lip movements (coarticulation, contacts, pauses,
 * timing).
 */
@NullMarked
package avatar.lips.planning;

import org.jspecify.annotations.NullMarked;
