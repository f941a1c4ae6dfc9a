package avatar.sadtalker.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What networks run on.
 *
 * @param threads of the processor, for each network
 */
public record Execution(Device device, int threads) {

    /** Where to. */
    public enum Device {
        CPU,
        CUDA;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All cores there are, and the device if it is there.
     *
     * @param told if it is not, and the processor is taken instead
     */
    public static Execution on(Device device, Consumer<String> told) {
        Execution wanted = new Execution(device, Runtime.getRuntime().availableProcessors());
        try (OrtSession.SessionOptions _ = wanted.options()) {
            return wanted;
        } catch (OrtException e) {
            told.accept("%s can't be used (%s); the processor is used, with %d threads"
                    .formatted(device, firstLine(e), wanted.threads));
            return new Execution(Device.CPU, wanted.threads);
        }
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * To be closed by the caller.
     *
     * @throws OrtException if the device is not there
     */
    OrtSession.SessionOptions options() throws OrtException {
        // The log, which CUDA writes to, is there with the environment.
        OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        try {
            options.setIntraOpNumThreads(threads);
            // An arena keeps what the largest operators took; asking the system costs nothing beside seconds of work.
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
