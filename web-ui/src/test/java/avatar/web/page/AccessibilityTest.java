package avatar.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Accessibility: the faults axe finds, the keyboard alone, a small phone, light and dark. */
@QuarkusTest
class AccessibilityTest extends BrowserTest {

    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;

    private static final String FAULTS = """
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => done(violations
              .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)));""";

    @BeforeEach
    void openThePage() {
        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void axeFindsNothingInAnyStateOfThePage(String scheme) throws IOException {
        browser.prefer("prefers-color-scheme", scheme);
        for (int width : new int[] {DESKTOP, PHONE}) {
            browser.resize(width, 900);
            assertNoFaults(scheme, width, "idle");
            browser.element("voice").click();
            assertNoFaults(scheme, width, "voices");
            browser.press(Keys.ESCAPE);
            browser.say("One two three four");
            browser.eventually()
                    .until(() -> browser.element("timeline-note").getText().startsWith("4.0 s"));
            browser.script("document.getElementById('timeline-scroller').focus()");
            browser.press(Keys.HOME, Keys.ARROW_RIGHT);
            browser.eventually().until(() -> browser.element("patch-picture").isDisplayed());
            assertNoFaults(scheme, width, "timeline");
            openSetup();
            browser.script(
                    "document.getElementById('setup-advanced').open = document.getElementById('more').open = true");
            assertNoFaults(scheme, width, "setup");
            browser.script(
                    "document.getElementById('setup-advanced').open = document.getElementById('more').open = false");
            openSetup();
        }
    }

    @Test
    void everythingIsReachedByTheKeyboardAlone() {
        browser.script("document.querySelectorAll('details').forEach((details) => { details.open = true; })");
        List<String> reached = new ArrayList<>();
        for (int i = 0; i < 50 && !reached.contains("setup-make"); i++) {
            browser.press(Keys.TAB);
            reached.add(browser.focused());
            assertThat(browser.script("return document.activeElement.matches(':focus-visible')"))
                    .as("the focus is seen on %s", browser.focused())
                    .isEqualTo(true);
        }

        assertThat(reached)
                .containsSubsequence(
                        "label-switch",
                        "sound",
                        "text",
                        "voice",
                        "rate",
                        "pitch",
                        "speak",
                        "queue",
                        "stop",
                        "setup-file",
                        "setup-id",
                        "setup-frame",
                        "setup-engine",
                        "setup-size",
                        "setup-make");
    }

    @Test
    void fitsASmallPhoneWithoutScrollingSideways() {
        browser.resize(PHONE, 740);
        browser.say("Onetwothreefourfivesixseveneightnineteneleventwelvethirteenfourteenfifteen sixteen");
        browser.eventually()
                .until(() -> browser.element("timeline-note").getText().startsWith("4.0 s"));
        openSetup();

        assertThat(browser.script("return document.documentElement.scrollWidth"))
                .isEqualTo((long) PHONE);
        assertThat(browser.script("""
                return [...document.querySelectorAll('button, input, select, textarea')]
                  .filter((control) => control.checkVisibility() && !control.closest('.unseen') && control.matches(':not(.unseen)'))
                  .filter((control) => control.getBoundingClientRect().right > innerWidth).map((control) => control.id).join()""")).isEqualTo("");
    }

    @Test
    void followsTheSystemsLightAndDark() {
        browser.prefer("prefers-color-scheme", "light");
        assertThat(background()).isEqualTo("rgb(244, 245, 248)");

        browser.prefer("prefers-color-scheme", "dark");
        assertThat(background()).isEqualTo("rgb(14, 18, 25)");
    }

    @Test
    void standsStillForWhoWantsIt() {
        browser.prefer("prefers-reduced-motion", "reduce");

        assertThat(browser.script("return getComputedStyle(document.getElementById('speak')).transitionDuration"))
                .isEqualTo("0s");
    }

    private void openSetup() {
        browser.element("setup").findElement(By.tagName("summary")).click();
        browser.eventually()
                .until(() ->
                        !browser.elements(By.cssSelector("#avatar-list li")).isEmpty());
    }

    private void assertNoFaults(String scheme, int width, String state) throws IOException {
        browser.screenshot("%s-%d-%s.png".formatted(state, width, scheme));
        browser.script("if (!window.axe) { %s }".formatted(axe()));

        assertThat(browser.answer(FAULTS))
                .as("%s, %s, %d pixels", state, scheme, width)
                .isEqualTo(List.of());
    }

    private static String axe() throws IOException {
        try (InputStream script = requireNonNull(AccessibilityTest.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), UTF_8);
        }
    }

    private String background() {
        return String.valueOf(browser.script("return getComputedStyle(document.body).backgroundColor"));
    }
}
