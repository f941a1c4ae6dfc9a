/** Tests of the page in a browser, and of its scripts. */
@NullMarked
package avatar.web.page;

import org.jspecify.annotations.NullMarked;
