package avatar.pictures.encoding;

import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/** Lets a thread work only where others leave time: films must not make live frames late. */
public final class BackgroundWork {

    private static final System.Logger LOG = System.getLogger(BackgroundWork.class.getName());

    /** As {@code nice} counts, 19 at most: the share of a thread that works like this beside one that does not is a tenth. */
    private static final int NICENESS = 10;

    private static final int PRIO_PROCESS = 0;

    private BackgroundWork() {}

    /**
     * Makes the calling thread work in the background, for good. On Linux only, where {@code setpriority} is of a
     * thread; Java's own priorities mean nothing there.
     */
    @SuppressWarnings("restricted") // setpriority touches no memory
    public static void begin() {
        if (!System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> setPriority = linker.defaultLookup().find("setpriority");
        if (setPriority.isPresent()) {
            FunctionDescriptor type = FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
            try {
                int result =
                        (int) linker.downcallHandle(setPriority.get(), type).invokeExact(PRIO_PROCESS, 0, NICENESS);
                LOG.log(Level.DEBUG, "Works in the background result={0}", result);
            } catch (Throwable e) {
                LOG.log(Level.WARNING, "A film is made at the priority of all else", e);
            }
        }
    }
}
