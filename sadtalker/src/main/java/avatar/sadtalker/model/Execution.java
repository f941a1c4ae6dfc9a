package avatar.sadtalker.model;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What networks run on.
 *
 * @param threads of the processor, for each network
 * @param told if the device that is asked for is not there and the processor is taken instead
 */
public record Execution(Device device, int threads, Consumer<String> told) {

    /** Where to. */
    public enum Device {
        CPU,
        CUDA;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** All cores there are. */
    public static Execution on(Device device, Consumer<String> told) {
        return new Execution(device, Runtime.getRuntime().availableProcessors(), told);
    }

    /** To be closed by the caller. */
    OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        // An arena keeps what the largest operators took; asking the system costs nothing beside seconds of work.
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        if (device == Device.CUDA) {
            try {
                options.addCUDA(0);
            } catch (OrtException e) {
                told.accept("CUDA can't be used (%s); the processor is used, with %d threads"
                        .formatted(e.getMessage(), threads));
            }
        }
        return options;
    }
}
