/**
 * The avatar bundle: manifest, track, lip shapes and patches of an avatar on the shared volume, with their checksums.
 */
@NullMarked
package avatar.contract.bundle;

import org.jspecify.annotations.NullMarked;
