package avatar.speech.piper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder of the installed voices. */
final class VoiceFolder {

    private static final System.Logger LOG = System.getLogger(VoiceFolder.class.getName());

    /** Each is loaded once to check it, which takes a fifth of a second for a model of 60 MB. */
    private static final int MOST = 200;

    private VoiceFolder() {}

    /** The voices by id; none if the folder does not exist. */
    static Map<String, PiperVoice> read(Path folder, Phonemizer phonemizer) {
        Map<String, PiperVoice> voices = new TreeMap<>();
        for (Path model : models(folder)) {
            PiperVoice voice = PiperVoice.of(model, phonemizer);
            voices.put(voice.description().id(), voice);
        }
        return voices;
    }

    private static List<Path> models(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> models = files.filter(VoiceFolder::isModel).sorted().toList();
            if (models.size() > MOST) {
                LOG.log(
                        Level.WARNING,
                        "Only the first voices of the folder are used voices=%d most=%d"
                                .formatted(models.size(), MOST));
            }
            return models.subList(0, Math.min(models.size(), MOST));
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "The folder of Piper's voices can't be read error=%s".formatted(e));
            return List.of();
        }
    }

    /** Whether it is a regular file with a model's name; opening a pipe, for instance, would block. */
    private static boolean isModel(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(PiperVoice.MODEL);
    }
}
