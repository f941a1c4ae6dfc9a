package avatar.mouths.engine;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The table of engines: each by its name, which users write in letters of any case. */
public final class MouthEngines {

    private static final Map<String, Function<EngineOptions, MouthEngine>> ENGINES = new LinkedHashMap<>();

    static {
        ENGINES.put(WarpEngine.NAME, WarpEngine::new);
        ENGINES.put(HarvestEngine.NAME, HarvestEngine::new);
        ENGINES.put(SadTalkerEngine.NAME, SadTalkerEngine::new);
    }

    /** The engine that is used if none is named. */
    public static final String DEFAULT = WarpEngine.NAME;

    private MouthEngines() {}

    /** The names of all engines, the default one first. */
    public static List<String> names() {
        return List.copyOf(ENGINES.keySet());
    }

    /**
     * The engine of that name.
     *
     * @throws AvatarException {@link ErrorCode#UNKNOWN_ENGINE}, with the names of all engines
     */
    public static MouthEngine of(String name, EngineOptions options) {
        Function<EngineOptions, MouthEngine> engine = ENGINES.get(name.toLowerCase(Locale.ROOT));
        if (engine == null) {
            throw new AvatarException(
                    ErrorCode.UNKNOWN_ENGINE,
                    "Unknown engine: found '%s', expected one of %s".formatted(name, String.join(", ", names())));
        }
        return engine.apply(options);
    }
}
