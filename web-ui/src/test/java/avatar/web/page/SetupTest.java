package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

@QuarkusTest
class SetupTest extends BrowserTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path files;

    @BeforeEach
    void openTheSetup() {
        openPage();
        openSetup();
    }

    private void openSetup() {
        browser.element("setup").findElement(By.tagName("summary")).click();
        browser.eventually().until(() -> !browser.texts("#avatar-list .said").isEmpty());
    }

    @Test
    void listsTheAvatarsAndSaysWhatIsWrongWithOne() {
        assertThat(browser.texts("#avatar-list .said")).containsExactly("default", "half");
        assertThat(browser.texts("#avatar-list .about"))
                .containsExactly("640 × 640 · warp", "visemes/mouth_Aa.png is not there");
        assertThat(browser.elements(By.cssSelector("#avatar-list button"))
                        .get(1)
                        .isEnabled())
                .isFalse();
    }

    @Test
    void makesAnAvatarOfAFileAndShowsIt() throws IOException {
        choose("anna.jpg", 3_000_000);
        assertThat(browser.element("setup-file-name").getText()).isEqualTo("anna.jpg, 3.0 MB");
        openAdvanced();
        browser.element("setup-frame").sendKeys("-1");
        browser.element("setup-size").sendKeys("512");
        browser.element("setup-make").click();

        browser.eventually()
                .until(() -> browser.element("setup-stage").getText().equals("Drawing mouths"));
        assertThat(browser.element("setup-left").getText()).isEqualTo("33 % about 2 s left");
        browser.eventually().until(() -> browser.element("setup-result").isDisplayed());
        assertThat(browser.element("setup-message").getText()).isEqualTo("The avatar “anna” is ready.");
        JsonObject asked = avatar.setups().asked().getFirst();
        assertThat(asked.fieldNames()).isEqualTo(Set.of("file", "length", "frame", "size"));
        assertThat(asked.getLong("length")).isEqualTo(3_000_000);
        assertThat(asked.getString("frame")).isEqualTo("-1");
        browser.eventually()
                .until(() -> Long.valueOf(480)
                        .equals(browser.script("return document.getElementById('setup-preview').naturalWidth")));
        assertThat(browser.focused()).isEqualTo("setup-use");

        browser.script("window.isStillThere = true");
        browser.element("setup-use").click();

        browser.eventually().until(() -> avatar.viewedChannels().contains("anna"));
        browser.eventually().until(() -> "idle".equals(browser.shown("state")));
        assertThat(browser.script("return location.search")).isEqualTo("?channel=anna");
        assertThat(browser.script("return window.isStillThere")).isEqualTo(true);
        assertThat(browser.element("embed").getText()).contains("/stream/anna.mjpeg");
        browser.eventually()
                .untilAsserted(() -> assertThat(avatar.viewedChannels()).containsExactly("anna"));
        browser.script("history.back()");
        browser.eventually()
                .untilAsserted(() -> assertThat(avatar.viewedChannels()).containsExactly("main"));
    }

    @Test
    void takesAFileThatIsDropped() {
        browser.script("""
                const files = new DataTransfer();
                files.items.add(new File(['face'], 'dropped.png', { type: 'image/png' }));
                document.getElementById('setup-drop')
                  .dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));""");

        assertThat(browser.element("setup-file-name").getText()).startsWith("dropped.png");
        browser.element("setup-make").click();
        browser.eventually().until(() -> browser.element("setup-result").isDisplayed());
    }

    @Test
    void saysWhatToDoAboutAPictureWithoutAFace() throws IOException {
        choose("landscape.jpg", 1000);
        browser.element("setup-make").click();

        browser.eventually()
                .until(() -> !browser.element("setup-message").getText().isEmpty());

        assertThat(browser.element("setup-message").getText())
                .isEqualTo("No face was found in the 1 picture of 'landscape'. Choose a picture or video in which one"
                        + " face looks to the front, large and in good light.");
        assertThat(browser.element("setup-progress").isDisplayed()).isFalse();
        assertThat(browser.script("return document.getElementById('setup-form').inert"))
                .isEqualTo(false);
    }

    @Test
    void saysThatAFileIsTooLarge() throws IOException {
        choose("long.mp4", 5_000_000);
        browser.element("setup-make").click();

        browser.eventually()
                .until(() -> !browser.element("setup-message").getText().isEmpty());

        assertThat(browser.element("setup-message").getText())
                .isEqualTo("An upload must be at most 4194304 bytes."
                        + " Cut the video: half a minute is enough for an avatar.");
    }

    @Test
    void cancelsASetup() throws IOException {
        avatar.setups().hold();
        choose("anna.jpg", 1000);
        browser.element("setup-make").click();
        browser.eventually()
                .until(() -> browser.element("setup-stage").getText().equals("Drawing mouths"));

        browser.element("setup-cancel").click();

        browser.eventually()
                .until(() -> browser.element("setup-message").getText().equals("Cancelled."));
        assertThat(browser.element("setup-progress").isDisplayed()).isFalse();
    }

    @Test
    void retriesASetupThatHasStalled() throws IOException {
        avatar.setups().killWorker();
        startAndStall();
        assertThat(browser.element("setup-progress").getText()).contains("33 %").doesNotContain("left");

        browser.element("setup-retry").click();
        browser.eventually()
                .until(() -> browser.element("setup-stage").getText().startsWith("Waiting for the server to end"));
        browser.eventually().until(() -> !avatar.setups().cancelled().isEmpty());
        avatar.setups().restartWorker();

        browser.eventually().until(() -> browser.element("setup-result").isDisplayed());
        assertThat(avatar.setups().cancelled()).containsExactly("setup-1");
        assertThat(avatar.setups().asked()).hasSize(2);
        assertThat(avatar.setups().asked().get(1))
                .isEqualTo(avatar.setups().asked().getFirst());
    }

    @Test
    void cancelsASetupThatHasStalledThoughNobodyAnswers() throws IOException {
        avatar.setups().killWorker();
        startAndStall();

        browser.element("setup-cancel").click();

        browser.eventually()
                .until(() -> browser.element("setup-message")
                        .getText()
                        .equals("Cancelled. The server ends the stalled setup as soon as a worker answers."));
        assertThat(browser.element("setup-progress").isDisplayed()).isFalse();
        browser.eventually()
                .untilAsserted(() -> assertThat(avatar.setups().cancelled()).containsExactly("setup-1"));
    }

    @Test
    void asksForTheFileAgainWhenAStalledSetupIsRetriedAfterAReload() throws IOException {
        avatar.setups().killWorker();
        startAndStall();
        openPage();
        stallAfter(1);
        openSetup();
        browser.eventually().until(() -> browser.element("setup-retry").isDisplayed());

        browser.element("setup-retry").click();

        assertThat(browser.element("setup-message").getText())
                .isEqualTo("The stalled setup was cancelled. Choose the file again, then create the avatar.");
        assertThat(browser.focused()).isEqualTo("setup-file");
    }

    @Test
    void saysThatASetupTakesLongerThanEstimated() throws IOException {
        avatar.setups().hold();
        choose("anna.jpg", 1000);
        browser.element("setup-make").click();
        browser.eventually().until(() -> browser.element("setup-left").getText().equals("33 % about 2 s left"));

        avatar.setups().estimate(40);

        browser.eventually()
                .until(() -> browser.element("setup-left")
                        .getText()
                        .equals("33 % taking longer than estimated, about 40 s left"));
    }

    @Test
    void keepsSettingsForExpertsUnderAdvanced() {
        assertThat(browser.element("setup-id").isDisplayed()).isTrue();
        assertThat(browser.element("setup-frame").isDisplayed()).isFalse();
        assertThat(browser.element("setup-engine").isDisplayed()).isFalse();

        openAdvanced();

        for (String setting : List.of("setup-frame", "setup-engine", "setup-size")) {
            String hint = String.valueOf(browser.element(setting).getDomAttribute("aria-describedby"));
            assertThat(browser.element(hint).getText()).as(setting).isNotEmpty();
        }
    }

    @Test
    void takesUpASetupThatIsUnderWayWhenThePageIsReloaded() throws IOException {
        avatar.setups().hold();
        choose("anna.jpg", 1000);
        browser.element("setup-make").click();
        browser.eventually()
                .until(() -> browser.element("setup-stage").getText().equals("Drawing mouths"));

        openTheSetup();

        browser.eventually()
                .until(() -> browser.element("setup-stage").getText().equals("Drawing mouths"));
    }

    private void startAndStall() throws IOException {
        choose("anna.jpg", 1000);
        stallAfter(1);
        browser.element("setup-make").click();
        browser.eventually()
                .until(() -> browser.element("setup-stage").getText().startsWith("Stalled: retry or cancel"));
    }

    private void stallAfter(int seconds) {
        browser.script("document.getElementById('setup').dataset.stalledAfter = %d".formatted(seconds));
    }

    private void openAdvanced() {
        browser.element("setup-advanced").findElement(By.tagName("summary")).click();
    }

    private void choose(String name, int bytes) throws IOException {
        Path file = Files.write(files.resolve(name), new byte[bytes]);
        browser.element("setup-file").sendKeys(file.toString());
    }
}
