package avatar.setup.shapes;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A phoneme with its time.
 *
 * @param start in seconds from the clip's first picture
 * @param end in seconds
 * @param phoneme ARPAbet without stress, or {@link #SILENCE}
 */
record Sound(double start, double end, String phoneme) {

    static final String SILENCE = "SIL";

    /**
     * The sounds of a table with the columns start, end and phoneme and a line that names them; silence before and
     * after included.
     *
     * @throws AvatarException {@link ErrorCode#SETUP_FAILED}, with the name of the file, if it can't be read
     */
    static List<Sound> read(Path file) {
        try {
            List<Sound> sounds = Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(columns ->
                            new Sound(Double.parseDouble(columns[0]), Double.parseDouble(columns[1]), columns[2]))
                    .toList();
            requireSpeech(sounds);
            return sounds;
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new AvatarException(ErrorCode.SETUP_FAILED, "'%s' has no timed sounds: %s".formatted(file, e), e);
        }
    }

    private static void requireSpeech(List<Sound> sounds) {
        if (sounds.size() < 3
                || !sounds.getFirst().isSilence()
                || !sounds.getLast().isSilence()) {
            throw new IllegalArgumentException("expected silence, sounds and silence");
        }
    }

    boolean isSilence() {
        return phoneme.equals(SILENCE);
    }
}
