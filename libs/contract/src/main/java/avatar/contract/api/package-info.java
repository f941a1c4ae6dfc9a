/** The bodies of answers of the HTTP API, as services write them and clients read them. */
@NullMarked
package avatar.contract.api;

import org.jspecify.annotations.NullMarked;
