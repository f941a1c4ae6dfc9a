package avatar.sadtalker.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With the ONNX Runtime that is built in, which has no CUDA. */
class ExecutionTest {

    private final List<String> messages = new ArrayList<>();

    @Test
    void whereThereIsNoCudaTheProcessorIsTakenAndOneLineSaysSo() {
        Execution execution = Execution.on(Execution.Device.CUDA, messages::add);

        assertThat(execution.device()).isEqualTo(Execution.Device.CPU);
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("CUDA can't be used (")
                .hasLineCount(1);
    }

    @Test
    void nothingIsSaidOfTheProcessor() {
        Execution execution = Execution.on(Execution.Device.CPU, messages::add);

        assertThat(execution.device()).isEqualTo(Execution.Device.CPU);
        assertThat(execution.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(messages).isEmpty();
    }
}
