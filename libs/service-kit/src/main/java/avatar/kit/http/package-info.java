/** Shared HTTP code of the services: JSON, limits of bodies, answers of Vert.x routes. */
@NullMarked
package avatar.kit.http;

import org.jspecify.annotations.NullMarked;
