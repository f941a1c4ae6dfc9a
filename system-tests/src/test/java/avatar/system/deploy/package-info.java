/** The files that deploy the system, compared with each other and with the modules they deploy. */
@NullMarked
package avatar.system.deploy;

import org.jspecify.annotations.NullMarked;
