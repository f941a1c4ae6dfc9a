package avatar.compositor.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskRoomTest {

    @TempDir
    Path parent;

    @Test
    void refusesWhatWouldLeaveTooLittleWithTheFigures() {
        DiskRoom room = new DiskRoom(parent.resolve("renders"), 1_000_000L << 30);

        assertThatThrownBy(() -> room.require("a render", 0))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_ROOM))
                .hasMessageMatching(
                        "Not enough room on the disk: found \\d+ MB, and a render must leave 1024000000 MB");
    }

    @Test
    void countsWhatIsWritten() throws IOException {
        long free = Files.getFileStore(parent).getUsableSpace();
        DiskRoom room = new DiskRoom(parent, free / 2);

        assertThatCode(() -> room.require("a render", free / 4)).doesNotThrowAnyException();
        assertThatThrownBy(() -> room.require("a render", free)).isInstanceOf(AvatarException.class);
    }
}
