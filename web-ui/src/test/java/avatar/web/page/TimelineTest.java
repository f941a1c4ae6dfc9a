package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.web.fake.FakeAvatar;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@QuarkusTest
class TimelineTest extends BrowserTest {

    private static final int PIXELS_PER_SECOND = 180;
    private static final int MOUTH_ROW = 150;

    @BeforeEach
    void openThePage() {
        openPage();
    }

    @Test
    void growsWithTheSoundAndFollowsIt() {
        assertThat(section("timeline")).isEqualTo("none");
        browser.say("One two three four");

        browser.eventually().until(() -> "growing".equals(section("timeline")));
        assertThat(section("utterance")).isEqualTo("utterance-1");
        assertThat(browser.element("timeline-note").getText()).isEqualTo("2.0 s · 20 mouth shapes · more is coming");
        browser.eventually().until(() -> position() > 0.5);
        browser.eventually().until(() -> "complete".equals(section("timeline")));
        assertThat(browser.element("timeline-note").getText()).isEqualTo("4.0 s · 40 mouth shapes");
        browser.eventually().until(() -> "done".equals(browser.status()));
        assertThat(position()).isCloseTo(FakeAvatar.SPEECH_SECONDS, within(0.3));
    }

    @Test
    void drawsSoundWordsAndMouths() {
        browser.say("One two three four");
        browser.eventually().until(() -> "complete".equals(section("timeline")));

        // The two tones, each with its own row of pixels, the boxes of the words, and those of the mouths.
        browser.eventually().untilAsserted(() -> {
            assertThat(drawnIn(30, 20, 300, 56)).isGreaterThan(3_000);
            assertThat(drawnIn(0, 82, 170, 24)).isGreaterThan(2_000);
            assertThat(drawnIn(18, 136, 17, 30)).isGreaterThan(300);
        });
        assertThat(drawnIn((int) (4.1 * PIXELS_PER_SECOND), 20, 40, 140)).isZero();
    }

    @Test
    void showsThePatchOfAMouthThatIsClicked() {
        sayAndWait();

        // The second mouth of the second word.
        click(1.15);

        assertThat(browser.element("patch-name").getText()).isEqualTo("Aa");
        assertThat(browser.element("patch-about").getText()).isEqualTo("“two” · AA · 1.10 to 1.20 s");
        assertThat(browser.element("patch-picture").getDomAttribute("src"))
                .isEqualTo("/api/v1/avatars/default/visemes/Aa.png");
        browser.eventually()
                .until(() -> Long.valueOf(160)
                        .equals(browser.script("return document.getElementById('patch-picture').naturalWidth")));
        assertThat(browser.element("patch-picture").isDisplayed()).isTrue();
    }

    @Test
    void isWalkedAlongWithTheArrowKeys() {
        sayAndWait();
        browser.script("document.getElementById('timeline-scroller').focus()");

        browser.press(Keys.HOME);
        assertThat(slider("aria-valuetext")).isEqualTo("M, “One” · M · 0.00 seconds");
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertThat(browser.element("patch-name").getText()).isEqualTo("Eh");
        assertThat(slider("aria-valuenow")).isEqualTo("2");
        browser.press(Keys.END);
        assertThat(slider("aria-valuenow")).isEqualTo("39").isEqualTo(slider("aria-valuemax"));
        assertThat(browser.element("patch-about").getText()).isEqualTo("“four” · S · 3.90 to 4.00 s");
    }

    @Test
    void scrollsWithSpeechThatIsLongerThanItsPlace() {
        browser.resize(400, 800);
        browser.say("One two three four");

        browser.eventually().until(() -> position() > 2.5);

        assertThat(scrolled()).isPositive();
        browser.eventually().until(() -> "done".equals(browser.status()));
        browser.script("document.getElementById('timeline-scroller').focus()");
        browser.press(Keys.HOME);
        assertThat(scrolled()).isZero();
    }

    @Test
    void fetchesTheSoundOfSpeechThatItJoinedInItsMiddle() {
        browser.say("One two three four");
        browser.eventually().until(() -> position() > 2.2);

        openPage("/?again");
        browser.eventually().until(() -> "complete".equals(section("timeline")));

        browser.eventually()
                .untilAsserted(() -> assertThat(drawnIn(0, 20, 100, 56)).isGreaterThan(1_000));
    }

    @Test
    void doesWithoutATimelineWhereTheServerKeepsNone() {
        services.compositor.answer(request -> {
            if (request.uri().endsWith("/timeline")) {
                request.response().setStatusCode(404).end();
            } else {
                avatar.answerCompositor(request);
            }
        });
        browser.say("One two three four");

        browser.eventually()
                .until(() -> browser.element("timeline-note").getText().startsWith("The server no longer has"));

        assertThat(section("timeline")).isEqualTo("none");
        browser.eventually().until(() -> "done".equals(browser.status()));
    }

    private void sayAndWait() {
        browser.say("One two three four");
        browser.eventually().until(() -> "complete".equals(section("timeline")));
    }

    /** Clicks on the mouth at a time. */
    private void click(double seconds) {
        browser.script("document.getElementById('timeline').scrollIntoView()");
        var scroller = browser.element("timeline-scroller");
        int fromMiddle = (int) (seconds * PIXELS_PER_SECOND) - scroller.getSize().width / 2;
        browser.mouse()
                .moveToElement(scroller, fromMiddle, MOUTH_ROW - scroller.getSize().height / 2)
                .click()
                .perform();
    }

    private String section(String name) {
        return String.valueOf(browser.element("timeline").getDomAttribute("data-" + name));
    }

    private String slider(String name) {
        return String.valueOf(browser.element("timeline-scroller").getDomAttribute(name));
    }

    private double position() {
        String position = browser.element("timeline").getDomAttribute("data-position");
        return position == null || position.isEmpty() ? -1 : Double.parseDouble(position);
    }

    private long scrolled() {
        return browser.script("return Math.round(document.getElementById('timeline-scroller').scrollLeft)")
                        instanceof Long pixels
                ? pixels
                : -1;
    }

    /** How many pixels of a part of the canvas are not empty. */
    private long drawnIn(int x, int y, int width, int height) {
        return browser.script("""
                const pixels = document.getElementById('timeline-canvas').getContext('2d').getImageData(%s).data;
                return pixels.filter((value, index) => index %% 4 === 3 && value > 0).length;""".formatted(String.join(
                                ", ",
                                List.of(x, y, width, height).stream()
                                        .map(String::valueOf)
                                        .toList())))
                        instanceof Long count
                ? count
                : -1;
    }
}
