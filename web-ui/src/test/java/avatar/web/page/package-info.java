/** The page as people and their browsers get it. */
@NullMarked
package avatar.web.page;

import org.jspecify.annotations.NullMarked;
