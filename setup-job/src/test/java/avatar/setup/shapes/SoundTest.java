package avatar.setup.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import avatar.contract.problem.AvatarException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {

    @TempDir
    private Path folder;

    @Test
    void readsTimesAndPhonemes() throws IOException {
        Path file = write("start,end,phoneme\n0.000,0.5,SIL\n0.5,0.75,IY\n0.75,1,SIL\n");

        assertThat(Sound.read(file))
                .containsExactly(new Sound(0, 0.5, "SIL"), new Sound(0.5, 0.75, "IY"), new Sound(0.75, 1, "SIL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "start,end,phoneme\n0,1\n", "start,end,phoneme\n0,x,SIL\n", "start,end,phoneme\n0,1,AA\n"})
    void whatIsNoTableOfSoundsIsRefusedByName(String text) throws IOException {
        Path file = write(text);

        assertThatExceptionOfType(AvatarException.class)
                .isThrownBy(() -> Sound.read(file))
                .withMessageContaining("clip.csv");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("clip.csv"), text);
    }
}
