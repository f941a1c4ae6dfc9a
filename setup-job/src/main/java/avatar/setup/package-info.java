/** The commands of setup-job, which makes avatar bundles from videos and pictures. */
@NullMarked
package avatar.setup;

import org.jspecify.annotations.NullMarked;
