/** Setups of new avatars: uploads over HTTP, requests to setup-job on Kafka, and the status of each setup. */
@NullMarked
package avatar.compositor.setups;

import org.jspecify.annotations.NullMarked;
