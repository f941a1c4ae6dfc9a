/** From a photo and speech to pictures of a face that speaks: what lies between the networks. */
@NullMarked
package avatar.sadtalker.pipeline;

import org.jspecify.annotations.NullMarked;
