package avatar.compositor.setups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.compositor.testsupport.Configs;
import avatar.contract.bundle.AvatarFolder;
import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {

    @TempDir
    Path avatars;

    @Test
    void uploadThatWouldFillTheDiskIsRefusedWithTheFigures() {
        Uploads uploads = uploads("avatar.setups.keep-free", "1000000G");

        assertThatThrownBy(() -> uploads.requireRoom(5 << 20))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_ROOM))
                .hasMessageMatching(
                        "Not enough room on the disk: found \\d+ MB, and an upload of 5 MB must leave 1024000000 MB");
    }

    @Test
    void uploadsOlderThanAnySetupAreRemovedAndOthersKept() throws IOException {
        Uploads uploads = uploads("avatar.setups.keep-uploads", "2h");
        uploads.requireRoom(1);
        Path received = Files.createFile(uploads.receiving().resolve("half"));
        String source = uploads.assign(Files.createFile(uploads.receiving().resolve("whole")), "s1", "Anna.mp4");
        Path bundle = Files.createDirectories(avatars.resolve("anna"));

        uploads.deleteOld(Instant.now().plus(Duration.ofHours(1)));
        assertThat(received).exists();
        assertThat(avatars.resolve(source)).exists();
        uploads.deleteOld(Instant.now().plus(Duration.ofHours(3)));
        assertThat(received).doesNotExist();
        assertThat(SetupRequest.uploadsIn(avatars).resolve("s1")).doesNotExist();
        assertThat(bundle).exists();
    }

    @Test
    void namesBecomePlainAndKeepTheirEnding() {
        assertThat(Uploads.plain("C:\\films\\My Face (2).MP4")).isEqualTo("My_Face_2_.MP4");
        assertThat(Uploads.plain("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Uploads.plain("..")).isEqualTo("upload");
        assertThat(Uploads.plain(".attempts")).isEqualTo("attempts");
        assertThat(Uploads.plain("лицо.mp4")).isEqualTo("mp4");
        assertThat(Uploads.plain("x".repeat(300) + ".mp4")).hasSize(100).endsWith("x.mp4");
    }

    private Uploads uploads(String key, String value) {
        return new Uploads(new AvatarFolder(avatars), Configs.of(SetupsConfig.class, Map.of(key, value)));
    }
}
