/** What a request must not have that a page of another site made a browser send: a host or an origin of others. */
@NullMarked
package avatar.kit.edge;

import org.jspecify.annotations.NullMarked;
