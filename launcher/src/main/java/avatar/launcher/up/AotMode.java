package avatar.launcher.up;

import java.util.List;

/** What processes do with their AOT caches. */
enum AotMode {
    USE {
        @Override
        List<String> options(AotCache cache) {
            return cache.use();
        }
    },
    MAKE {
        @Override
        List<String> options(AotCache cache) {
            return cache.make();
        }
    },
    OFF {
        @Override
        List<String> options(AotCache cache) {
            return List.of();
        }
    };

    /** The options of the JVM. */
    abstract List<String> options(AotCache cache);
}
