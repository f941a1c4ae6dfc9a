/** Child processes: started so that they end with this one, stopped within a bounded time. */
@NullMarked
package avatar.launcher.process;

import org.jspecify.annotations.NullMarked;
