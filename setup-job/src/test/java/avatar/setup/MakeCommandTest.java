package avatar.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MakeCommandTest {

    @Test
    void nameOfTheFileMakesTheId() {
        assertThat(MakeCommand.idOf(Path.of("films", "My Presenter (v2).MP4"))).isEqualTo("my-presenter-v2");
        assertThat(MakeCommand.idOf(Path.of("Video04.mp4"))).isEqualTo("video04");
        assertThat(MakeCommand.idOf(Path.of("…"))).isEmpty();
    }
}
