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

        assertThat(browser.texts("#voices .group")).containsExactly("German (Germany) · edge");
        assertThat(browser.texts("#voices [role=option]")).containsExactly("Katja");
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
        assertThat(active().getText()).isEqualTo("As configured");

        type(Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_DOWN, Keys.ARROW_UP);
        String second = active().getText();
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
                .containsExactly("American English · edge", "American English · espeak", "American English · flite");
    }

    @Test
    void saysWhyAVoiceCannotBeChosen() {
        type("jenny");

        assertThat(active().getDomAttribute("aria-disabled")).isEqualTo("true");
        assertThat(active().getText()).isEqualTo("Jenny, American English\nthe voice service can't be reached");
        type(Keys.ENTER);

        assertThat(chosen()).isEmpty();
        assertThat(browser.element("voice-note").getText())
                .isEqualTo("Jenny, American English can’t be used now: the voice service can't be reached.");
    }

    @Test
    void goesBackToTheChosenVoiceWhenNoneFits() {
        type("no such voice");
        assertThat(browser.element("voice-count").getText()).isEqualTo("No voice fits");

        type(Keys.TAB);

        assertThat(browser.element("voice").getDomProperty("value")).isEqualTo("As configured");
        assertThat(browser.element("voice-count").isDisplayed()).isFalse();
    }

    @Test
    void remembersTheVoiceAndTheSpeed() {
        type("conrad");
        type(Keys.ENTER);
        browser.element("rate").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

        openPage();
        browser.eventually().until(() -> "de-DE-ConradNeural".equals(chosen()));
        assertThat(browser.element("rate-value").getText()).isEqualTo("1.20×");

        browser.say("Schneller!");
        browser.eventually().until(() -> !avatar.speeches().isEmpty());
        assertThat(avatar.speeches().getFirst().getDouble("rate")).isEqualTo(1.2);
    }

    @Test
    void tellsOfARememberedVoiceThatIsGone() {
        browser.script("localStorage.setItem('avatar.voice', 'jenny')");

        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());

        assertThat(chosen()).isEmpty();
        assertThat(browser.element("voice-note").getText()).startsWith("Jenny, American English can’t be used now");
    }

    private void type(CharSequence... keys) {
        browser.script("document.getElementById('voice').focus()");
        browser.press(keys);
    }

    private String chosen() {
        return String.valueOf(browser.element("voice").getDomAttribute("data-voice"));
    }

    /** The option that the keyboard is at. */
    private WebElement active() {
        List<WebElement> active = browser.elements(By.cssSelector("#voices .active"));
        assertThat(active).hasSize(1);
        assertThat(browser.element("voice").getDomAttribute("aria-activedescendant"))
                .isEqualTo(active.getFirst().getDomAttribute("id"));
        return active.getFirst();
    }
}
