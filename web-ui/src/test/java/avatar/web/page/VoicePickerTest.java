package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

@QuarkusTest
class VoicePickerTest extends BrowserTest {

    @BeforeEach
    void openThePage() {
        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());
    }

    @Test
    void findsAVoiceAmongHundredsAndSpeaksWithIt() {
        type("german female");

        assertThat(browser.texts("#voices .group")).containsExactly("German (Germany) · Deutsch (Deutschland)");
        assertThat(browser.texts("#voices .name")).containsExactly("Katja");
        assertThat(browser.element("voice-count").getText()).isEqualTo("1 voice");

        type(Keys.ENTER);
        assertThat(chosen()).isEqualTo("de-DE-KatjaNeural");
        assertThat(browser.element("voice").getDomProperty("value")).isEqualTo("Katja");
        assertThat(browser.element("voices").isDisplayed()).isFalse();

        browser.say("Guten Tag.");
        browser.eventually().until(() -> !avatar.speeches().isEmpty());
        assertThat(avatar.speeches().getFirst().getString("voice")).isEqualTo("de-DE-KatjaNeural");
    }

    @Test
    void isWorkedByTheKeyboardAlone() {
        type(Keys.ARROW_DOWN);
        assertThat(browser.element("voice").getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(name(active())).isEqualTo("Default voice (Jenny)");

        type(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
        String second = name(active());
        assertThat(active().isDisplayed()).isTrue();
        type(Keys.ENTER);

        assertThat(browser.element("voice").getDomProperty("value")).isEqualTo(second);
        assertThat(browser.focused()).isEqualTo("voice");
        type(Keys.ARROW_DOWN, Keys.ESCAPE);
        assertThat(browser.element("voice").getDomAttribute("aria-expanded")).isEqualTo("false");
        assertThat(browser.element("voice").getDomProperty("value")).isEqualTo(second);
    }

    @Test
    void putsTheVoicesOfTheBrowsersLanguageFirst() {
        browser.element("voice").click();

        assertThat(browser.texts("#voices .group").subList(0, 3))
                .containsExactly("American English", "British English", "Chinese (China) · 中文（中国）");
    }

    @Test
    void saysWhyAVoiceCannotBeChosen() {
        type("jenny");

        assertThat(active().getDomAttribute("aria-disabled")).isEqualTo("true");
        assertThat(browser.texts("#voices .group"))
                .containsExactly("Not available: the voice service can't be reached");
        type(Keys.ENTER);

        assertThat(chosen()).isEmpty();
        assertThat(browser.element("voice-note").getText())
                .isEqualTo("Jenny, American English can’t be used now: the voice service can't be reached.");
    }

    @Test
    void goesBackToTheChosenVoiceWhenNoneFits() {
        type("no such voice");
        assertThat(browser.element("voice-count").getText()).isEqualTo("No voice matches");

        type(Keys.TAB);

        assertThat(browser.element("voice").getDomProperty("value")).isEqualTo("Default voice (Jenny)");
        assertThat(browser.element("voice-count").isDisplayed()).isFalse();
    }

    @Test
    void remembersTheVoiceAndTheSpeed() {
        type("conrad");
        type(Keys.ENTER);
        openMore();
        browser.element("rate").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

        openPage();
        browser.eventually().until(() -> "de-DE-ConradNeural".equals(chosen()));
        assertThat(browser.element("manner").getText()).isEqualTo("Speed 1.20× · pitch 1.00×");
        openMore();
        assertThat(browser.element("rate-value").getText()).isEqualTo("1.20×");

        browser.say("Schneller!");
        browser.eventually().until(() -> !avatar.speeches().isEmpty());
        assertThat(avatar.speeches().getFirst().getDouble("rate")).isEqualTo(1.2);
    }

    @Test
    void saysThatARememberedVoiceIsGone() {
        browser.script("localStorage.setItem('avatar.voice', 'en-US-JennyNeural')");

        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());

        assertThat(chosen()).isEmpty();
        assertThat(browser.element("voice-note").getText()).startsWith("Jenny, American English can’t be used now");
    }

    @Test
    void listsNeuralVoicesOfALanguageFirst() {
        type("de-DE");

        assertThat(browser.texts("#voices .name").subList(0, 3)).containsExactly("Conrad", "Katja", "Voice 1 of de-DE");
        assertThat(browser.texts("#voices .kind").subList(1, 3)).containsExactly("neural, online", "formant, local");
    }

    @Test
    void findsALanguageByItsOwnName() {
        type("deutsch");

        assertThat(browser.texts("#voices .group"))
                .containsExactly(
                        "Austrian German · Österreichisches Deutsch", "German (Germany) · Deutsch (Deutschland)");
    }

    @Test
    void putsVoicesThatCannotSpeakLastUnderOneReason() {
        browser.element("voice").click();

        assertThat(browser.texts("#voices .group").getLast())
                .isEqualTo("Not available: the voice service can't be reached");
        assertThat(browser.texts("#voices [aria-disabled] .name")).containsExactly("Henri", "Jenny, American English");
    }

    @Test
    void playsASampleInThisBrowserOnly() {
        type("katja");
        WebElement sample = browser.elements(By.cssSelector("#voices .sample")).getFirst();
        assertThat(sample.getDomAttribute("aria-label")).isEqualTo("Play a sample of Katja in this browser only");

        sample.click();

        browser.eventually().until(() -> "Stop".equals(sample.getText()));
        assertThat(avatar.renders().asked().getFirst().getString("voice")).isEqualTo("de-DE-KatjaNeural");
        assertThat(avatar.renders().asked().getFirst().getString("text")).matches("\\w+, \\d+\\. .+ \\d{4}");
        browser.eventually().until(() -> "Sample".equals(sample.getText()));
        browser.eventually().until(() -> "cancelled".equals(avatar.renders().stateOf("render-1")));
        assertThat(avatar.speeches()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void playsASampleByTheKeyboard() {
        type("katja");
        type(Keys.ARROW_RIGHT);
        assertThat(browser.element("voice").getDomAttribute("aria-activedescendant"))
                .isEqualTo("voice-sample-0");

        type(Keys.ENTER);

        browser.eventually().until(() -> !avatar.renders().asked().isEmpty());
        assertThat(browser.element("voices").isDisplayed()).isTrue();
        type(Keys.ARROW_LEFT, Keys.ENTER);
        assertThat(chosen()).isEqualTo("de-DE-KatjaNeural");
    }

    @Test
    void speaksWithThePitchThatIsSet() {
        openMore();
        browser.element("pitch").sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        assertThat(browser.element("pitch-value").getText()).isEqualTo("0.90×");

        browser.say("Deeper.");

        browser.eventually().until(() -> !avatar.speeches().isEmpty());
        assertThat(avatar.speeches().getFirst().encode()).isEqualTo("{\"text\":\"Deeper.\",\"pitch\":0.9}");
        openPage();
        assertThat(browser.element("manner").getText()).isEqualTo("Speed 1.00× · pitch 0.90×");
    }

    private void openMore() {
        browser.element("more").findElement(By.tagName("summary")).click();
    }

    private static String name(WebElement row) {
        return row.findElement(By.className("name")).getText();
    }

    private void type(CharSequence... keys) {
        browser.script("document.getElementById('voice').focus()");
        browser.press(keys);
    }

    private String chosen() {
        return String.valueOf(browser.element("voice").getDomAttribute("data-voice"));
    }

    /** The row that the keyboard is at. */
    private WebElement active() {
        List<WebElement> active = browser.elements(By.cssSelector("#voices .active"));
        assertThat(active).hasSize(1);
        assertThat(browser.element("voice").getDomAttribute("aria-activedescendant"))
                .isEqualTo(active.getFirst().getDomAttribute("id"));
        return active.getFirst();
    }
}
