/** The JSON bodies of HTTP answers that services write and clients read. */
@NullMarked
package avatar.contract.api;

import org.jspecify.annotations.NullMarked;
