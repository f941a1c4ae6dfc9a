package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a browser's auditor looks at, as far as that needs no network. */
@QuarkusTest
class PageQualityTest extends BrowserTest {

    /** As it is served, without compression; the README has what it is. */
    private static final int MOST_BYTES = 150_000;

    private static final String SHIFTS = """
            window.shifts = [];
            window.PLACES = ['stage', 'avatar', 'speech', 'timeline', 'history', 'setup'];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
              ({ value, places: sources.map(({ node }) => node?.id) })))).observe({ type: 'layout-shift', buffered: true });""";

    @Test
    void nothingMovesWhenThePictureAndTheVoicesCome() {
        browser.runFirst(SHIFTS);
        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());
        browser.say("One two three four");
        browser.eventually().until(() -> "done".equals(browser.status()));

        assertThat(browser.script("return shifts.filter(({ places }) => places.some((id) => PLACES.includes(id)))"))
                .isEqualTo(List.of());
        // An auditor's best mark is below a tenth.
        assertThat(browser.script("return shifts.reduce((sum, { value }) => sum + value, 0) < 0.02"))
                .isEqualTo(true);
    }

    @Test
    void isLight() {
        openPage();
        browser.eventually().until(() -> browser.element("voice").isEnabled());

        assertThat(browser.script("""
                const parts = performance.getEntriesByType('resource')
                  .filter(({ name }) => /\\.(js|css|svg)$/.test(name))
                  .concat(performance.getEntriesByType('navigation'));
                return parts.reduce((sum, part) => sum + part.decodedBodySize, 0);""")).asInstanceOf(LONG).isBetween(MOST_BYTES / 2L, (long) MOST_BYTES);
    }

    @Test
    void asksNobodyElse() {
        openPage();
        browser.say("One two three four");
        browser.eventually().until(() -> "done".equals(browser.status()));

        assertThat(browser.script("""
                return performance.getEntriesByType('resource').map(({ name }) => name)
                  .filter((name) => new URL(name).origin !== location.origin && !name.startsWith('blob:'));""")).isEqualTo(List.of());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysWhatItIs() {
        openPage();

        assertThat(browser.script("return document.title")).isEqualTo("Live Avatar");
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo("en");
        assertThat(browser.script("""
                return ['viewport', 'description', 'color-scheme']
                  .filter((name) => !document.querySelector(`meta[name="${name}"]`)?.content);""")).isEqualTo(List.of());
        assertThat(browser.script("""
                return [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.tagName).join(' ');""")).isEqualTo("H1 H2 H2 H2 H3 H3");
        assertThat(browser.script("""
                const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
                return ids.filter((id, index) => ids.indexOf(id) !== index);""")).isEqualTo(List.of());
    }
}
