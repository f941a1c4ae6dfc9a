/** What is told while an avatar is made. */
@NullMarked
package avatar.contract.setup;

import org.jspecify.annotations.NullMarked;
