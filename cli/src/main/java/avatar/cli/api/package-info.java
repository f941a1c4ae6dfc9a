/** A client of the HTTP API of a running system. */
@NullMarked
package avatar.cli.api;

import org.jspecify.annotations.NullMarked;
