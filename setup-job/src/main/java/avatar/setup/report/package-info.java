/** Quality figures of an avatar, and the report page. */
@NullMarked
package avatar.setup.report;

import org.jspecify.annotations.NullMarked;
