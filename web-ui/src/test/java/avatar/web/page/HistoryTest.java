package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@QuarkusTest
class HistoryTest extends BrowserTest {

    @BeforeEach
    void sayGoodMorning() {
        openPage();
        browser.say("Good morning.");
        browser.eventually().until(() -> "speaking".equals(browser.shown("state")));
    }

    @Test
    void keepsWhatWasSaidTheNewestFirstEvenWhenThePageIsReloaded() {
        browser.say("And good night.");
        browser.eventually().until(() -> said().size() == 2);

        openPage();

        assertThat(said()).containsExactly("And good night.", "Good morning.");
        assertThat(browser.texts("#history .about").getLast())
                .matches("\\d\\d:\\d\\d.* · voice: SLT, American English");
        click("Remove", 1);
        assertThat(said()).containsExactly("And good night.");
        browser.element("history-clear").click();
        assertThat(said()).isEmpty();
        assertThat(browser.element("history-empty").isDisplayed()).isTrue();
    }

    @Test
    void saysItAgain() {
        click("Say again", 0);

        browser.eventually().until(() -> avatar.speeches().size() == 2);
        assertThat(avatar.speeches().get(1)).isEqualTo(avatar.speeches().getFirst());
        browser.eventually().until(() -> said().equals(List.of("Good morning.", "Good morning.")));
    }

    @Test
    void makesAVideoOfTheUtteranceAndSavesIt() throws IOException {
        click("MP4", 0);
        browser.eventually()
                .until(() -> browser.texts("#history .progress span").stream()
                        .anyMatch(text -> text.matches("\\d+ % about 2 s left")));

        browser.eventually().until(() -> browser.texts("#history .note").contains("Video, 1.2 MB"));

        assertThat(avatar.renders().asked()).hasSize(1);
        assertThat(avatar.renders().asked().getFirst().getString("utterance")).isEqualTo("utterance-1");
        browser.eventually().until(() -> Files.exists(browser.downloads().resolve("good-morning.mp4")));
        assertThat(browser.downloads().resolve("good-morning.mp4")).hasContent("not really a video");
    }

    @Test
    void makesAVideoOfTheTextOnceTheUtteranceIsForgotten() {
        avatar.forget();

        click("MP4", 0);
        browser.eventually().until(() -> browser.texts("#history .note").contains("Video, 1.2 MB"));

        assertThat(avatar.renders().asked()).hasSize(2);
        assertThat(avatar.renders().asked().get(1).encode())
                .isEqualTo("{\"text\":\"Good morning.\",\"avatar\":\"default\"}");
    }

    @Test
    void cancelsAVideo() {
        avatar.renders().hold();
        click("MP4", 0);
        browser.eventually()
                .until(() ->
                        browser.texts("#history .progress span").stream().anyMatch(text -> text.startsWith("50 %")));
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("Cancel");

        browser.elements(By.cssSelector("#history .progress button")).getFirst().click();

        browser.eventually().until(() -> browser.texts("#history .note").contains("Cancelled."));
        browser.eventually().until(() -> "cancelled".equals(avatar.renders().stateOf("render-1")));
        assertThat(browser.script("return document.activeElement.textContent")).isEqualTo("MP4");
    }

    @Test
    void savesTheSoundAndTheTimeline() throws IOException {
        browser.eventually().until(() -> "done".equals(browser.status()));

        click("WAV", 0);
        browser.eventually().until(() -> Files.exists(browser.downloads().resolve("good-morning.wav")));
        assertThat(Files.size(browser.downloads().resolve("good-morning.wav"))).isEqualTo(44 + 2 * 4 * 16_000);

        click("Timeline", 0);
        browser.eventually().until(() -> Files.exists(browser.downloads().resolve("good-morning.json")));
        assertThat(Files.readString(browser.downloads().resolve("good-morning.json")))
                .contains("\"utteranceId\":\"utterance-1\"");
    }

    @Test
    void saysWhatToDoWhenTheSoundIsNoLongerKept() {
        avatar.forget();

        click("WAV", 0);

        browser.eventually()
                .until(() -> browser.texts("#history .note")
                        .contains("The server no longer has this utterance."
                                + " Say it again, or make a video: that is rendered from the text."));
    }

    private List<String> said() {
        return browser.texts("#history .said");
    }

    private void click(String button, int entry) {
        browser.elements(By.xpath("//*[@id='history-list']//button[.='%s']".formatted(button)))
                .get(entry)
                .click();
    }
}
