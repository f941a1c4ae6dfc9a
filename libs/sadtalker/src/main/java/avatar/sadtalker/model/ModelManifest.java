package avatar.sadtalker.model;

import avatar.contract.bundle.AvatarBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code manifest.json} of a model bundle: the file of each network, and the names of its tensors.
 *
 * @param side of photo and picture, in pixels
 * @param origin sources of the files, for users
 * @param networks by their {@link LogicalNetwork#label}
 */
public record ModelManifest(int version, int side, String origin, Map<String, NetworkFile> networks) {

    public static final int VERSION = 1;

    public ModelManifest {
        networks = Collections.unmodifiableMap(new LinkedHashMap<>(networks));
    }

    /**
     * One network's file.
     *
     * @param file in the bundle's folder
     * @param sha256 in hex
     * @param inputs from this program's names to those in the file
     * @param outputs likewise
     */
    public record NetworkFile(
            String file, long bytes, String sha256, Map<String, String> inputs, Map<String, String> outputs) {

        public NetworkFile {
            inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
            outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
        }

        /** The entry of an existing file. */
        static NetworkFile of(Path file, Map<String, String> inputs, Map<String, String> outputs) throws IOException {
            return new NetworkFile(
                    String.valueOf(file.getFileName()), Files.size(file), AvatarBundle.sha256(file), inputs, outputs);
        }
    }
}
