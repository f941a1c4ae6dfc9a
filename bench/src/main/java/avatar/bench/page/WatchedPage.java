package avatar.bench.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import avatar.bench.command.BenchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The page in a headless Chromium; an injected script records what it draws and plays. */
final class WatchedPage implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private WatchedPage(ChromeDriver driver) {
        this.driver = driver;
    }

    /**
     * Opens the page.
     *
     * @throws BenchException if this machine has no Chromium
     */
    static WatchedPage open(URI url) throws IOException {
        for (Path needed : List.of(CHROMIUM, DRIVER)) {
            if (!Files.isExecutable(needed)) {
                throw new BenchException(
                        "Found no %s; install the packages chromium and chromium-driver".formatted(needed));
            }
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--autoplay-policy=no-user-gesture-required",
                "--window-size=1280,900",
                "--user-data-dir=" + Files.createTempDirectory("avatar-bench-browser"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script()));
        driver.get(url.toString());
        return new WatchedPage(driver);
    }

    /** Whether it shows the avatar. */
    boolean isLive() {
        return "idle".equals(state()) || "speaking".equals(state());
    }

    private Object state() {
        return Objects.requireNonNullElse(
                driver.executeScript("return document.getElementById('avatar').dataset.state"), "");
    }

    /** The frames drawn since the last call. */
    List<DrawnFrame> takeFrames() {
        Object taken = driver.executeScript("return window.avatarSkew.take()");
        return ((List<?>) Objects.requireNonNull(taken))
                .stream().map(sample -> frame((List<?>) sample)).toList();
    }

    private static DrawnFrame frame(List<?> sample) {
        return new DrawnFrame(
                (String) sample.get(0), ((Number) sample.get(1)).doubleValue(), ((Number) sample.get(2)).doubleValue());
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(WatchedPage.class.getResourceAsStream("skew.js"))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
