package avatar.speech.piper;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models that were used last: a voice is 60 to 150 MB of memory, and a folder may have many. For one thread only. */
final class LoadedModels implements AutoCloseable {

    /** Two languages, a voice of each kind. */
    static final int MOST = 4;

    private final int threads;
    private final Map<Path, VoiceModel> models = new LinkedHashMap<>(MOST, 0.75f, true);

    /** @param threads that work on one sentence */
    LoadedModels(int threads) {
        this.threads = threads;
    }

    /**
     * The model of that file, loaded if it is not.
     *
     * @throws IllegalArgumentException as {@link VoiceModel#open}
     */
    VoiceModel get(Path file) {
        VoiceModel loaded = models.get(file);
        if (loaded != null) {
            return loaded;
        }
        if (models.size() == MOST) {
            Iterator<VoiceModel> byLastUse = models.values().iterator();
            VoiceModel longestUnused = byLastUse.next();
            byLastUse.remove();
            longestUnused.close();
        }
        VoiceModel model = VoiceModel.open(file, threads);
        models.put(file, model);
        return model;
    }

    /** How many there are. */
    int size() {
        return models.size();
    }

    @Override
    public void close() {
        models.values().forEach(VoiceModel::close);
        models.clear();
    }
}
