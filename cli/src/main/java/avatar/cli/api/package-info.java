/** The HTTP API of a running system, as its callers see it. */
@NullMarked
package avatar.cli.api;

import org.jspecify.annotations.NullMarked;
