package avatar.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.folder.Folders;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The page creates an avatar of a picture, and lets it speak. */
@ExtendWith(RunningSystem.Extension.class)
class PageSetupTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final Path PORTRAIT = RunningSystem.ROOT.resolve("../shared/data/portraits/man.png");
    private static final String ID = "man-of-the-page";

    private final RunningSystem system;

    PageSetupTest(RunningSystem system) {
        this.system = system;
    }

    @AfterEach
    void deleteTheAvatar() throws IOException {
        Folders.delete(RunningSystem.avatars().resolve(ID));
    }

    @Test
    void pictureBecomesAnAvatarThatSpeaks() throws Exception {
        assumeTrue(Files.exists(PORTRAIT), () -> PORTRAIT + " is absent");
        try (Browser browser = new Browser()) {
            upload(browser, PORTRAIT);
            patiently().until(() -> progress(browser) > 10 && progress(browser) < 100);
            assertThat(find(browser, "setup-stage").getText()).isNotEmpty();
            browser.screenshot(RunningSystem.picture("setup-progress.png"));

            patiently().until(() -> find(browser, "setup-result").isDisplayed());
            assertThat(find(browser, "setup-message").getText()).contains(ID);
            patiently().until(() -> number(browser, "setup-preview", "naturalWidth") > 0);
            browser.screenshot(RunningSystem.picture("setup-done.png"));

            find(browser, "setup-use").click();
            patiently().until(() -> shown(browser, "state").equals("idle"));
            assertThat(browser.driver.getCurrentUrl()).contains("channel=" + ID);
            find(browser, "text").sendKeys("Hello, I was a picture a minute ago.");
            find(browser, "speak").click();

            patiently().until(() -> shown(browser, "state").equals("speaking"));
            browser.screenshot(RunningSystem.picture("setup-speaking.png"));
            patiently().until(() -> shown(browser, "state").equals("idle"));
            assertThat(find(browser, "status").getDomAttribute("data-status")).isEqualTo("done");
        }
    }

    @Test
    void pictureWithoutAFaceIsRefusedInPlainWords(@TempDir Path folder) throws Exception {
        Path wall = folder.resolve("wall.png");
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR), "png", wall.toFile());
        try (Browser browser = new Browser()) {
            upload(browser, wall);

            patiently().until(() -> !find(browser, "setup-message").getText().isEmpty());

            assertThat(find(browser, "setup-message").getText())
                    .startsWith("No face")
                    .contains("Choose a picture or video in which one face looks to the front");
        }
    }

    private void upload(Browser browser, Path file) {
        browser.driver.get(system.at("/").toString());
        patiently().until(() -> shown(browser, "state").equals("idle"));
        find(browser, "setup").findElement(By.tagName("summary")).click();
        find(browser, "setup-file").sendKeys(file.toAbsolutePath().normalize().toString());
        find(browser, "setup-id").sendKeys(ID);
        find(browser, "setup-make").click();
    }

    private static ConditionFactory patiently() {
        return await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(500));
    }

    private static double progress(Browser browser) {
        return number(browser, "setup-bar", "value");
    }

    private static double number(Browser browser, String id, String property) {
        return ((Number) Objects.requireNonNull(browser.driver.executeScript(
                        "return document.getElementById(arguments[0])[arguments[1]]", id, property)))
                .doubleValue();
    }

    private static String shown(Browser browser, String name) {
        return String.valueOf(find(browser, "avatar").getDomAttribute("data-" + name));
    }

    private static WebElement find(Browser browser, String id) {
        return browser.driver.findElement(By.id(id));
    }
}
