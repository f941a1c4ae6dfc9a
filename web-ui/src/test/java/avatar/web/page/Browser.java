package avatar.web.page;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A Chromium without a window, with a profile of its own. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Skips the test where this machine has no Chromium. */
    static Browser start(String... moreArguments) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), CHROMIUM + " is absent");
        assumeTrue(Files.isExecutable(DRIVER), DRIVER + " is absent");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.WARNING);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + Files.createTempDirectory("avatar-browser"));
        options.addArguments(moreArguments);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    void open(Object url) {
        driver.get(url.toString());
    }

    /** To be run in every page opened from now on, before the page's own scripts. */
    void runFirst(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    /** A data attribute of the canvas, as the player sets it at each frame it draws. */
    @Nullable
    String shown(String name) {
        return element("avatar").getDomAttribute("data-" + name);
    }

    @Nullable
    String status() {
        return element("status").getDomAttribute("data-status");
    }

    @Nullable
    Object script(String body) {
        return driver.executeScript(body);
    }

    void say(String text) {
        element("text").clear();
        element("text").sendKeys(text);
        element("speak").click();
    }

    ConditionFactory eventually() {
        return Awaitility.await().atMost(ofSeconds(15));
    }

    /** What the browser complained of. */
    Set<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .collect(toSet());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
