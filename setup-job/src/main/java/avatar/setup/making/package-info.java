/** The one way an avatar is made, whoever requests it: with progress, cancellation and a reported outcome. */
@NullMarked
package avatar.setup.making;

import org.jspecify.annotations.NullMarked;
