/** From a photo and speech to pictures of a speaking face: the computations between the networks. */
@NullMarked
package avatar.sadtalker.pipeline;

import org.jspecify.annotations.NullMarked;
