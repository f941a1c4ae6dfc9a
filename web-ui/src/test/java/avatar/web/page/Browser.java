package avatar.web.page;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.io.TemporaryFilesystem;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A tab of a headless Chromium, as in a profile of its own. One Chromium serves all tests: to start it takes longer
 * than most of them.
 */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private static @Nullable Browser shared;

    private final ChromeDriver driver;

    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** A new tab, in which nothing is left of earlier tests. Skips the test where this machine has no Chromium. */
    static synchronized Browser start() throws IOException {
        if (shared == null || !shared.isRenewed()) {
            Browser started = start(new String[0]);
            Runtime.getRuntime().addShutdownHook(new Thread(started.driver::quit, "browser"));
            shared = started;
        }
        return shared;
    }

    /** A Chromium with other settings. Skips the test where this machine has no Chromium. */
    static Browser start(String... moreArguments) throws IOException {
        assumeTrue(Files.isExecutable(CHROMIUM), CHROMIUM + " is absent");
        assumeTrue(Files.isExecutable(DRIVER), DRIVER + " is absent");
        Path profile = TemporaryFilesystem.getDefaultTmpFS()
                .createTempDir("avatar-browser", "")
                .toPath();
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
                // A page that has played much sound may play without a click, some day.
                "--disable-features=MediaEngagementBypassAutoplayPolicies",
                // The name of a foreign site.
                "--host-resolver-rules=MAP evil.example 127.0.0.1",
                "--window-size=1280,900",
                "--user-data-dir=" + profile);
        options.addArguments(moreArguments);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        profile.resolve("downloads").toString()));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options), profile);
    }

    /** Opens a new tab and closes all others, which had scripts, emulations and storage; false if it has crashed. */
    private boolean isRenewed() throws IOException {
        try {
            Set<String> old = driver.getWindowHandles();
            driver.switchTo().newWindow(WindowType.TAB);
            String fresh = driver.getWindowHandle();
            for (String tab : old) {
                driver.switchTo().window(tab).close();
            }
            driver.switchTo().window(fresh);
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            complaints();
        } catch (WebDriverException e) {
            driver.quit();
            return false;
        }
        if (Files.isDirectory(downloads())) {
            try (Stream<Path> files = Files.list(downloads())) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        return true;
    }

    void open(Object url) {
        driver.get(url.toString());
    }

    /** Runs a script in every page opened from now on, before the page's own scripts. */
    void runFirst(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    WebElement element(String id) {
        return driver.findElement(By.id(id));
    }

    List<WebElement> elements(By by) {
        return driver.findElements(by);
    }

    /** The visible text of each element that the selector finds. */
    List<String> texts(String selector) {
        return elements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** The id of the element that has the focus. */
    String focused() {
        return String.valueOf(script("return document.activeElement.id"));
    }

    /** Presses keys, wherever the focus is. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    Actions mouse() {
        return new Actions(driver);
    }

    /** Emulates a phone or a desktop of that many CSS pixels. */
    void resize(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    }

    /** Emulates a preference of the user, for instance {@code prefers-color-scheme} with {@code dark}. */
    void prefer(String feature, String value) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
    }

    /** The folder of downloads. */
    Path downloads() {
        return profile.resolve("downloads");
    }

    /** Saves a picture of the whole page in {@code target/pages}. */
    void screenshot(String name) throws IOException {
        Object height = script("return document.documentElement.scrollHeight");
        Object width = script("return document.documentElement.clientWidth");
        Map<String, Object> clip = Map.of("x", 0, "y", 0, "width", number(width), "height", number(height), "scale", 1);
        Map<String, Object> taken =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", clip));
        Path folder = Files.createDirectories(Path.of("target", "pages"));
        Files.write(folder.resolve(name), Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
    }

    private static Object number(@Nullable Object value) {
        return value == null ? 0 : value;
    }

    /** Disconnects the network, or connects it again. */
    void offline(boolean offline) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", offline, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
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

    /** The result of a script that calls its last argument with it. */
    @Nullable
    Object answer(String body) {
        return driver.executeAsyncScript(body);
    }

    void say(String text) {
        element("text").clear();
        element("text").sendKeys(text);
        element("speak").click();
    }

    ConditionFactory eventually() {
        return Awaitility.await().atMost(ofSeconds(15));
    }

    /** The warnings and errors in the browser's log. */
    Set<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getMessage())
                .collect(toSet());
    }

    @Override
    public void close() {
        if (this != shared) {
            driver.quit();
            return;
        }
        String origin = String.valueOf(script("return location.origin"));
        driver.get("about:blank");
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "all"));
    }
}
