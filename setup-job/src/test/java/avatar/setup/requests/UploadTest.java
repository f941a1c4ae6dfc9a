package avatar.setup.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadTest {

    @TempDir
    Path avatars;

    @Test
    void uploadThatEndsTheProcessAgainAndAgainIsGivenUp() throws IOException {
        Files.createFile(new Requests(avatars).upload("bomb", "bomb.mp4"));
        Upload upload = Upload.of(Requests.make("bomb", "bomb.mp4"), avatars);

        upload.count();
        upload.uncount(); // stopped, and not counted
        upload.count();
        upload.count();
        upload.count();

        assertThatThrownBy(upload::count)
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SETUP_FAILED))
                .hasMessage("\"bomb.mp4\" was started 3 times, and setup-job ended each time before it was complete");
        upload.delete();
        assertThat(SetupRequest.uploadsIn(avatars)).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default/avatar.json",
                ".uploads/other/file.mp4",
                ".uploads/s1",
                ".uploads/s1/deeper/file.mp4",
                ".uploads/s1/../../default/avatar.json",
                "/etc/passwd",
                ""
            })
    void onlyAFileInTheFolderOfTheSetupIsAnUpload(String source) {
        assertThatThrownBy(() -> Upload.of(Requests.make("s1", "s1", source, null, null), avatars))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED_RECORD))
                .hasMessageContaining("found '%s', expected a file in .uploads/s1/", source);
    }

    @Test
    void setupCanNotHaveAnIdThatNamesAnotherFolder() {
        assertThatThrownBy(() -> Upload.of(Requests.make("..", "..", "file.mp4", null, null), avatars))
                .isInstanceOf(AvatarException.class);
    }
}
