/** Programs run as processes of their own, with limits on what they may use and reach. */
@NullMarked
package avatar.setup.isolation;

import org.jspecify.annotations.NullMarked;
