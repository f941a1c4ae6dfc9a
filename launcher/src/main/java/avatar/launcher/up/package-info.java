/**
 * The command up: starts the broker and the services in the order of their dependencies, watches them, and stops them
 * in reverse.
 */
@NullMarked
package avatar.launcher.up;

import org.jspecify.annotations.NullMarked;
