package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layout shift, weight, requests and metadata of the page. */
@QuarkusTest
class PageQualityTest extends BrowserTest {

    /** As it is served, without compression; the README has the present weight, and why it is this much. */
    private static final int MOST_BYTES = 177_000;

    private static final String SHIFTS = """
            window.shifts = [];
            window.PLACES = ['stage', 'avatar', 'speech', 'timeline', 'history', 'setup'];
            new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value, sources }) =>
              ({ value, places: sources.map(({ node }) => node?.id),
                 moves: sources.map(({ previousRect: from, currentRect: to }) => [from.x, from.y, to.x, to.y].join()) })))).observe({ type: 'layout-shift', buffered: true });""";

    @ParameterizedTest
    @CsvSource({"1280, 900", "1280, 2400", "360, 740", "360, 2400"})
    void nothingMovesWhenThePictureTheVoicesTheAvatarsAndTheTimelineCome(int width, int height) {
        browser.resize(width, height);
        rememberAVisit();
        Queue<HttpServerRequest> late = new ConcurrentLinkedQueue<>();
        services.tts.answer(late::add);
        services.compositor.answer(late::add);
        browser.runFirst(SHIFTS);

        browser.open(page);
        browser.eventually().until(() -> late.size() == 4);
        browser.answer("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
        services.tts.answer(avatar::answerTts);
        services.compositor.answer(avatar::answerCompositor);
        late.forEach(this::answer);

        browser.eventually().until(() -> "idle".equals(browser.shown("state")));
        browser.eventually().until(() -> browser.element("voice").isEnabled());
        browser.say("One two three four, offline");
        browser.eventually().until(() -> "done".equals(browser.status()));
        browser.eventually().until(() -> "idle".equals(browser.status()));
        assertThat(browser.script("return shifts.filter(({ places }) => places.some((id) => PLACES.includes(id)))"))
                .isEqualTo(List.of());
        // Auditors recommend less than a tenth.
        assertThat(browser.script("return shifts.reduce((sum, { value }) => sum + value, 0).toFixed(4)"))
                .as(() -> String.valueOf(browser.script("return JSON.stringify(shifts)")))
                .asString()
                .isLessThan("0.02");
    }

    /** Leaves a history, a draft and a voice that has gone since. */
    private void rememberAVisit() {
        openPage();
        browser.script("""
                const entry = (n) => ({ utterance: `past-${n}`, channel: 'main', voice: 'SLT', at: 0,
                  speech: { text: 'Said long ago. '.repeat(n), voice: '', rate: 1 } });
                localStorage.setItem('avatar.history', JSON.stringify([1, 2, 3].map(entry)));
                localStorage.setItem('avatar.draft', 'A draft. '.repeat(40));
                localStorage.setItem('avatar.voice', 'en-US-JennyNeural');""");
        browser.open("about:blank");
        browser.eventually().until(() -> avatar.viewers() == 0 && avatar.listeners() == 0);
    }

    private void answer(HttpServerRequest request) {
        if (request.uri().matches("/api/v1/(voices|channels/main/events)")) {
            avatar.answerTts(request);
        } else {
            avatar.answerCompositor(request);
        }
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
                return [...document.querySelectorAll('h1, h2, h3')].map((heading) => heading.tagName).join(' ');""")).isEqualTo("H1 H2 H2 H3 H3 H2");
        assertThat(browser.script("""
                const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
                return ids.filter((id, index) => ids.indexOf(id) !== index);""")).isEqualTo(List.of());
    }
}
