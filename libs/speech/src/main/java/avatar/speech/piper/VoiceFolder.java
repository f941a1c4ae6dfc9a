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

/** The folder that voices are brought in. */
final class VoiceFolder {

    private static final System.Logger LOG = System.getLogger(VoiceFolder.class.getName());

    /** Each is looked into at the start, which takes a fifth of a second for a model of 60 MB. */
    private static final int MOST = 200;

    private VoiceFolder() {}

    /** Its voices by id; none if there is no such folder. */
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

    /** By its name; to open a pipe, say, would be to wait for ever. */
    private static boolean isModel(Path file) {
        return Files.isRegularFile(file) && file.getFileName().toString().endsWith(PiperVoice.MODEL);
    }
}
