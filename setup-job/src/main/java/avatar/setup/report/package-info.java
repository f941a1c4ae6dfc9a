/** Measures how good an avatar is, and shows it. */
@NullMarked
package avatar.setup.report;

import org.jspecify.annotations.NullMarked;
