package avatar.sadtalker.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The device and the threads that networks run on.
 *
 * @param threads of the processor, for each network
 */
public record Execution(Device device, int threads) {

    /** The device. */
    public enum Device {
        CPU,
        CUDA;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All cores, and the device if it is available.
     *
     * @param log receives a message if it is not, and the processor is used instead
     */
    public static Execution on(Device device, Consumer<String> log) {
        Execution wanted = new Execution(device, Runtime.getRuntime().availableProcessors());
        try (OrtSession.SessionOptions _ = wanted.options()) {
            return wanted;
        } catch (OrtException e) {
            log.accept("%s can't be used (%s); the processor is used, with %d threads"
                    .formatted(device, firstLine(e), wanted.threads));
            return new Execution(Device.CPU, wanted.threads);
        }
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Settings for a session, to be closed by the caller.
     *
     * @throws OrtException if the device is not available
     */
    OrtSession.SessionOptions options() throws OrtException {
        // The environment creates the log that CUDA writes to.
        OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            // An arena would keep the memory of the largest operators; allocating it each time costs little.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            if (device == Device.CUDA) {
                options.addCUDA(0);
            }
            return options;
        } catch (OrtException e) {
            options.close();
            throw e;
        }
    }
}
