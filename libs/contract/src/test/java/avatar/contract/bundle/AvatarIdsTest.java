package avatar.contract.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.speech.Channels;
import org.junit.jupiter.api.Test;

class AvatarIdsTest {

    @Test
    void nameOfTheFileMakesTheId() {
        assertThat(AvatarIds.ofFile("My Presenter (v2).MP4")).contains("my-presenter-v2");
        assertThat(AvatarIds.ofFile("Video04.mp4")).contains("video04");
        assertThat(AvatarIds.ofFile(".mp4")).contains("mp4");
        assertThat(AvatarIds.ofFile("…")).isEmpty();
    }

    @Test
    void isShortenedToTheMaximumLength() {
        String longest = AvatarIds.ofFile("x".repeat(300) + ".mp4").orElseThrow();

        assertThat(Channels.isValid(longest)).isTrue();
        assertThat(AvatarIds.numbered(longest, 12)).hasSize(63).endsWith("x-12").matches(Channels::isValid);
        assertThat(AvatarIds.numbered("anna", 2)).isEqualTo("anna-2");
    }
}
