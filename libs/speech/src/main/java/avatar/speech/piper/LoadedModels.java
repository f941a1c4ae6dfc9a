package avatar.speech.piper;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cache of the most recently used models: each takes 60 to 150 MB of memory, and a folder may have many. Not
 * thread-safe.
 */
final class LoadedModels implements AutoCloseable {

    /** Enough for two languages with a voice of each gender. */
    static final int MOST = 4;

    private final int threads;
    private final Map<Path, VoiceModel> models = new LinkedHashMap<>(MOST, 0.75f, true);

    /** @param threads per sentence */
    LoadedModels(int threads) {
        this.threads = threads;
    }

    /**
     * The model of that file, loaded if necessary.
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

    /** The number of loaded models. */
    int size() {
        return models.size();
    }

    @Override
    public void close() {
        models.values().forEach(VoiceModel::close);
        models.clear();
    }
}
