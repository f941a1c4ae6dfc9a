package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form for a text: its draft, its queue, its status. */
@QuarkusTest
class SpeechTest extends BrowserTest {

    private static final String REPLACEMENT =
            "flite-slt speaks in place of en-US-JennyNeural: the voice service can't be reached";

    @BeforeEach
    void openThePage() {
        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());
    }

    @Test
    void showsWhichVoiceReplacesTheRequestedOne() {
        browser.say("Jenny is offline.");

        browser.eventually().until(() -> "speaking".equals(browser.status()));
        assertThat(status()).isEqualTo("Speaking… " + REPLACEMENT);
        browser.eventually().until(() -> about().contains("voice: SLT, American English"));
        assertThat(about()).endsWith(" · " + REPLACEMENT);

        openPage();
        assertThat(about()).contains("voice: SLT, American English").endsWith(REPLACEMENT);
    }

    @Test
    void keepsTheDraftWhenThePageIsReloaded() {
        browser.element("text").sendKeys("Half a sen");

        openPage();

        assertThat(browser.element("text").getDomProperty("value")).isEqualTo("Half a sen");
        assertThat(browser.element("count").getText()).isEqualTo("10 / 10000");
    }

    @Test
    void queuesATextBehindTheOneThatIsSpoken() {
        browser.say("The first.");
        browser.eventually().until(() -> "utterance-1".equals(browser.shown("utterance")));

        type("The second.");
        browser.element("queue").click();

        browser.eventually().until(() -> "Speaking… 1 text is queued.".equals(status()));
        assertThat(browser.shown("utterance")).isEqualTo("utterance-1");
        assertThat(avatar.speeches().get(1).getString("mode")).isEqualTo("enqueue");
        browser.eventually().until(() -> "utterance-2".equals(browser.shown("utterance")));
        browser.eventually().until(() -> "Speaking…".equals(status()));
        assertThat(browser.texts("#history .said")).containsExactly("The second.", "The first.");
    }

    @Test
    void dropsTheQueueOnStop() {
        browser.say("The first.");
        browser.eventually().until(() -> "utterance-1".equals(browser.shown("utterance")));
        type("The second.");
        browser.element("queue").click();
        browser.eventually().until(() -> status().endsWith("1 text is queued."));

        browser.element("stop").click();

        browser.eventually().until(() -> "Stopped.".equals(status()));
        browser.eventually().until(() -> "Ready".equals(status()));
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 1280})
    void keepsItsButtonsInPlaceWhenAnErrorIsShown(int width) {
        browser.resize(width, 900);
        Object before = speakButton();
        services.tts.stop();

        browser.say("Anybody there?");
        browser.eventually().until(() -> "error".equals(browser.status()));

        assertThat(speakButton()).isEqualTo(before);
        browser.script("document.getElementById('status-text').textContent = 'A very long message. '.repeat(30)");
        assertThat(speakButton()).isEqualTo(before);
        services.tts.start();
    }

    private Object speakButton() {
        return String.valueOf(browser.script("""
                const { left, top, width, height } = document.getElementById('speak').getBoundingClientRect();
                return [left, top + scrollY, width, height].join();"""));
    }

    private void type(String text) {
        browser.element("text").clear();
        browser.element("text").sendKeys(text);
    }

    private String status() {
        return browser.element("status").getText();
    }

    private String about() {
        return browser.texts("#history .about").getFirst();
    }
}
