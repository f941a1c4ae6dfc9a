package avatar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import avatar.contract.bundle.AvatarBundle;
import avatar.contract.bundle.PixelBox;
import avatar.contract.bundle.Similarity;
import avatar.contract.bundle.Track;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The page speaks a typed sentence: the mouth moves and sound is heard. */
@ExtendWith(RunningSystem.Extension.class)
class PageTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Pixels change in whole blocks of 16, and chroma is smoothed over one pixel more. */
    private static final int BLOCK = 16;

    private static final String SENTENCE =
            "Good morning, everybody. My name is of no importance, but I am very happy to see you"
                    + " here today, and I hope that we will have a wonderful time together.";

    private final RunningSystem system;

    PageTest(RunningSystem system) {
        this.system = system;
    }

    /**
     * A frame the page drew.
     *
     * @param outside stands for all pixels outside the mouth
     * @param mouth stands for all pixels of the mouth
     */
    private record Sample(long frame, String utterance, String viseme, long outside, long mouth) {

        boolean isSpeaking() {
            return !utterance.isEmpty();
        }
    }

    @Test
    void avatarIsSeenAndHeardSayingWhatWasTyped() throws Exception {
        try (Browser browser = new Browser()) {
            browser.beforeEveryPage("ear.js");
            browser.driver.get(system.at("/?debug").toString());
            patiently().until(() -> "idle".equals(state(browser)));
            browser.run("recorder.js", zones(system.avatar()));
            patiently()
                    .until(() -> idle(samples(browser)).size()
                            >= system.avatar().manifest().frameCount() * 2 / 3);
            browser.screenshot(RunningSystem.picture("idle.png"));

            browser.driver.findElement(By.id("text")).sendKeys(SENTENCE);
            browser.driver.findElement(By.id("speak")).click();

            patiently().until(() -> visemes(samples(browser)).size() >= 5);
            browser.screenshot(RunningSystem.picture("speaking.png"));
            patiently().until(() -> "idle".equals(state(browser)));
            List<Sample> samples = samples(browser);
            assertOnlyTheMouthMoved(samples);
            assertThat((Double) browser.driver.executeScript("return window.loudest"))
                    .isGreaterThan(0.02);
            assertThat(status(browser)).isEqualTo("done");
        }
    }

    /** Asks seldom: an answer is a second of work for the browser that is being looked at. */
    private static ConditionFactory patiently() {
        return await().atMost(TIMEOUT).pollInterval(Duration.ofSeconds(1));
    }

    private static void assertOnlyTheMouthMoved(List<Sample> samples) {
        Map<Long, Sample> idle = idle(samples);
        List<Sample> speaking = samples.stream()
                .filter(Sample::isSpeaking)
                .filter(sample -> idle.containsKey(sample.frame()))
                .toList();
        assertThat(speaking).hasSizeGreaterThan(20);
        assertThat(speaking)
                .allSatisfy(sample -> assertThat(sample.outside())
                        .as("outside of the mouth in frame %d", sample.frame())
                        .isEqualTo(twin(idle, sample).outside()));
        assertThat(speaking.stream()
                        .filter(sample -> sample.mouth() != twin(idle, sample).mouth()))
                .as("frames with a moved mouth")
                .hasSizeGreaterThan(speaking.size() * 9 / 10);
        assertThat(atRest(samples))
                .allSatisfy(sample ->
                        assertThat(sample.mouth()).isEqualTo(twin(idle, sample).mouth()));
    }

    /** The frames on which the mouth is the base video's: not the first after speech, where the patch fades. */
    private static List<Sample> atRest(List<Sample> samples) {
        return IntStream.range(1, samples.size())
                .filter(i -> !samples.get(i).isSpeaking() && !samples.get(i - 1).isSpeaking())
                .mapToObj(samples::get)
                .toList();
    }

    private static Sample twin(Map<Long, Sample> idle, Sample sample) {
        Sample twin = idle.get(sample.frame());
        assertThat(twin).isNotNull();
        return twin == null ? sample : twin;
    }

    /** The first look at each frame of the base loop. */
    private static Map<Long, Sample> idle(List<Sample> samples) {
        Map<Long, Sample> idle = new HashMap<>();
        samples.stream()
                .filter(sample -> !sample.isSpeaking())
                .forEach(sample -> idle.putIfAbsent(sample.frame(), sample));
        return idle;
    }

    private static Set<String> visemes(List<Sample> samples) {
        Set<String> visemes = new HashSet<>();
        samples.stream().filter(Sample::isSpeaking).forEach(sample -> visemes.add(sample.viseme()));
        return visemes;
    }

    @SuppressWarnings("unchecked")
    private static List<Sample> samples(Browser browser) {
        List<Map<String, Object>> recorded = (List<Map<String, Object>>)
                Objects.requireNonNull(browser.driver.executeScript("return window.recorded"));
        return recorded.stream()
                .map(sample -> new Sample(
                        number(sample, "frame"),
                        String.valueOf(sample.get("utterance")),
                        String.valueOf(sample.get("viseme")),
                        number(sample, "outside"),
                        number(sample, "mouth")))
                .toList();
    }

    private static long number(Map<String, Object> sample, String name) {
        return sample.get(name) instanceof Number value ? value.longValue() : 0;
    }

    private static String state(Browser browser) {
        return String.valueOf(browser.driver.findElement(By.id("avatar")).getDomAttribute("data-state"));
    }

    private static String status(Browser browser) {
        return String.valueOf(browser.driver.findElement(By.id("status")).getDomAttribute("data-status"));
    }

    /** Where the mouth's patch may change each base frame. */
    private static List<List<Integer>> zones(AvatarBundle avatar) {
        return avatar.track().frames().stream()
                .map(Track.TrackedFrame::similarity)
                .map(similarity -> zone(avatar.mouthBox(), similarity))
                .toList();
    }

    private static List<Integer> zone(PixelBox box, Similarity similarity) {
        double[] x = new double[4];
        double[] y = new double[4];
        for (int corner = 0; corner < 4; corner++) {
            double cornerX = box.x() + (corner % 2) * box.width();
            double cornerY = box.y() + (corner / 2) * box.height();
            x[corner] = similarity.x(cornerX, cornerY);
            y[corner] = similarity.y(cornerX, cornerY);
        }
        int left = blockBefore(Arrays.stream(x).min().orElseThrow());
        int top = blockBefore(Arrays.stream(y).min().orElseThrow());
        int right = blockAfter(Arrays.stream(x).max().orElseThrow());
        int bottom = blockAfter(Arrays.stream(y).max().orElseThrow());
        return List.of(left - 1, top - 1, right - left + 2, bottom - top + 2);
    }

    private static int blockBefore(double value) {
        return (int) Math.floor(value / BLOCK) * BLOCK;
    }

    private static int blockAfter(double value) {
        return (int) Math.ceil(value / BLOCK) * BLOCK;
    }
}
