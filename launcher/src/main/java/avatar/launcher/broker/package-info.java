/** A real Kafka broker as a child process with a class path of its own. */
@NullMarked
package avatar.launcher.broker;

import org.jspecify.annotations.NullMarked;
