/** Makes avatar bundles from base videos: the commands of setup-job. */
@NullMarked
package avatar.setup;

import org.jspecify.annotations.NullMarked;
