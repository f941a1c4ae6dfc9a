package avatar.system.deploy;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One container as a deployment file has it, whichever kind of file that is.
 *
 * @param arguments what its image's program is started with; none if the image decides
 * @param environment variables and their values
 * @param ports that it says it listens on or is looked at on; none for a job
 * @param volumes where each volume is mounted, by name
 * @param writable the folders that it can write to
 */
record Deployed(
        String name,
        String image,
        List<String> arguments,
        Map<String, String> environment,
        List<Integer> ports,
        Map<String, String> volumes,
        Set<String> writable) {

    private static final String OWN = "live-avatar/";

    /** Whether its image is built here. */
    boolean isOwn() {
        return image.startsWith(OWN);
    }

    /** The module that its image is built from. */
    String module() {
        return image.substring(OWN.length()).replaceFirst("[:@].*", "");
    }
}
