package avatar.pictures.encoding;

import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import java.util.Optional;

/** Lowers the priority of threads that make renders, so that live frames are not late. */
public final class BackgroundWork {

    private static final System.Logger LOG = System.getLogger(BackgroundWork.class.getName());

    /** As {@code nice} counts, 19 at most: beside a thread of normal priority, such a thread gets a tenth of a core. */
    private static final int NICENESS = 10;

    private static final int PRIO_PROCESS = 0;

    private BackgroundWork() {}

    /**
     * Lowers the priority of the calling thread, for good. On Linux only, where {@code setpriority} applies to a
     * thread; Java's own priorities have no effect there.
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
                LOG.log(Level.DEBUG, "Thread priority lowered result={0}", result);
            } catch (Throwable e) {
                LOG.log(Level.WARNING, "Thread priority can't be lowered, renders compete with live frames", e);
            }
        }
    }
}
