package avatar.web.page;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import avatar.web.fake.FakeAvatar;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls the page makes to the browser's audio API. */
@QuarkusTest
class SoundTest extends BrowserTest {

    private static final String RECORDER = """
            window.sounds = [];
            const { start, stop } = AudioBufferSourceNode.prototype;
            AudioBufferSourceNode.prototype.start = function (when, offset, length) {
              sounds.push({ does: 'start', when, offset, length: this.buffer.duration });
              start.call(this, when, offset, length);
            };
            AudioBufferSourceNode.prototype.stop = function (when) {
              sounds.push({ does: 'stop', when, now: this.context.currentTime });
              stop.call(this, when);
            };
            AudioBufferSourceNode.prototype.disconnect = function () {
              sounds.push({ does: 'disconnect' });
              AudioNode.prototype.disconnect.call(this);
            };""";

    @BeforeEach
    void openThePage() {
        browser.runFirst(RECORDER);
        openPage();
    }

    @Test
    void playsTheSegmentsOfAnUtteranceWithoutAGap() {
        browser.say("Two tones.");
        browser.eventually().until(() -> sounds("start").size() == 2);

        assertThat(number(sounds("start").get(0), "offset")).isZero();
        assertThat(number(sounds("start").get(1), "when"))
                .isCloseTo(number(sounds("start").get(0), "when") + FakeAvatar.SPEECH_SECONDS / 2, within(1e-4));
        browser.eventually().until(() -> "done".equals(browser.status()));
        assertThat(sounds("stop")).isEmpty();
    }

    @Test
    void cutsTheSoundWhenSpeechIsStopped() {
        browser.say("Cut short.");
        browser.eventually().until(() -> "speaking".equals(browser.shown("state")));

        browser.element("stop").click();
        browser.eventually().until(() -> "idle".equals(browser.shown("state")));

        assertThat(sounds("stop")).hasSize(1);
        assertThat(number(sounds("stop").getFirst(), "when"))
                .isLessThan(number(sounds("start").getFirst(), "when") + FakeAvatar.SPEECH_SECONDS / 2);
        assertThat(number(sounds("stop").getFirst(), "when")
                        - number(sounds("stop").getFirst(), "now"))
                .isBetween(0.0, 0.3);
    }

    @Test
    void cutsTheSoundOfATextThatANewerOneReplaces() {
        browser.say("The first.");
        browser.eventually().until(() -> "utterance-1".equals(browser.shown("utterance")));

        browser.say("The second.");
        browser.eventually().until(() -> "utterance-2".equals(browser.shown("utterance")));
        browser.eventually().until(() -> "done".equals(browser.status()));

        assertThat(sounds("stop")).hasSize(1);
        assertThat(number(sounds("stop").getFirst(), "when"))
                .isLessThanOrEqualTo(number(sounds("start").get(1), "when") + 0.05);
    }

    @Test
    void joinsInWithTheRestOfASegmentOnceItMaySound() {
        given().contentType("application/json")
                .body("{\"text\":\"Said by somebody else.\"}")
                .post("/api/v1/channels/main/speech");
        browser.eventually().until(() -> "speaking".equals(browser.shown("state")));
        assertThat(browser.element("sound").getText()).isEqualTo("Sound is off – click to hear");
        assertThat(sounds("start")).isEmpty();

        browser.element("sound").click();

        browser.eventually().until(() -> !sounds("start").isEmpty());
        assertThat(number(sounds("start").getFirst(), "offset")).isBetween(0.05, 1.0);
        assertThat(browser.element("sound").getDomAttribute("data-sound")).isEqualTo("on");
    }

    @Test
    void hearsTheRestWhenThePageIsOpenedInMidSpeech() throws IOException {
        browser.close();
        browser = Browser.start("--autoplay-policy=no-user-gesture-required");
        browser.runFirst(RECORDER);
        browser.open(page);
        browser.eventually().until(() -> "on".equals(browser.element("sound").getDomAttribute("data-sound")));
        given().contentType("application/json")
                .body("{\"text\":\"Reload me.\"}")
                .post("/api/v1/channels/main/speech");
        browser.eventually().until(() -> "speaking".equals(browser.shown("state")));

        browser.open(page);
        browser.eventually().until(() -> !sounds("start").isEmpty());

        assertThat(number(sounds("start").getFirst(), "length")).isLessThan(FakeAvatar.SPEECH_SECONDS / 2);
    }

    @Test
    void silencesSoundThatWaitsForItsTimeToo() {
        avatar.sendAllSoundAtOnce();
        browser.say("Cut short.");
        browser.eventually().until(() -> "speaking".equals(browser.shown("state")));
        assertThat(sounds("start")).hasSize(2);

        browser.element("stop").click();
        browser.eventually().until(() -> "idle".equals(browser.shown("state")));

        assertThat(sounds("stop")).hasSize(1);
        assertThat(sounds("disconnect")).hasSize(1);
    }

    @Test
    void hearsAgainWhatAnotherCompositorRepeatsAndNothingTwiceAtOnce() {
        avatar.sendAllSoundAtOnce();
        browser.say("Two tones.");
        browser.eventually().until(() -> sounds("start").size() == 2);
        browser.eventually().until(() -> "speaking".equals(browser.shown("state")));
        browser.eventually().until(() -> Double.parseDouble(requireNonNull(browser.shown("position"))) > 1);
        browser.script("""
                const { drawImage } = CanvasRenderingContext2D.prototype;
                window.drawn = [];
                CanvasRenderingContext2D.prototype.drawImage = function (...args) {
                  if (this.canvas.id === 'avatar') { drawn.push(performance.now()); }
                  return drawImage.apply(this, args);
                };""");

        avatar.moveToAnotherCompositor();
        browser.eventually().until(() -> sounds("start").size() >= 3);

        // What sounded fades out now, what waited for its time does not begin.
        assertThat(sounds("stop")).hasSize(1);
        assertThat(number(sounds("stop").getFirst(), "when")
                        - number(sounds("stop").getFirst(), "now"))
                .isBetween(0.0, 0.1);
        assertThat(sounds("disconnect")).hasSize(1);
        assertThat(number(sounds("start").get(2), "when"))
                .isGreaterThanOrEqualTo(number(sounds("stop").getFirst(), "when") - 0.02);
        browser.eventually().until(() -> "done".equals(browser.status()));
        // The picture goes on.
        assertThat(browser.script("return drawn.length > 25 && drawn.slice(1).every((at, i) => at - drawn[i] < 1000)"))
                .isEqualTo(true);
        browser.eventually().until(() -> "idle".equals(browser.shown("state")));
    }

    private List<Map<String, Object>> sounds(String does) {
        Object recorded = browser.script("return sounds.filter((sound) => sound.does === '%s')".formatted(does));
        @SuppressWarnings("unchecked") // as RECORDER writes them
        List<Map<String, Object>> sounds = (List<Map<String, Object>>) recorded;
        return sounds == null ? List.of() : sounds;
    }

    private static double number(Map<String, Object> sound, String name) {
        return sound.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
