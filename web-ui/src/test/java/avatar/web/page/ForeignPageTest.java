package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page of another origin can do in a real browser, while the system runs on the same machine. */
@QuarkusTest
@QuarkusTestResource(FakeServices.class)
class ForeignPageTest {

    private static final String SPEECH = "/api/v1/channels/main/speech";
    private static final String AVATARS = "/api/v1/avatars";

    private static final String PIXEL = "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>";

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI server;

    @SuppressWarnings("NullAway.Init")
    Browser browser;

    /** Requests that would change something and came through to a service. */
    private final List<String> changes = new CopyOnWriteArrayList<>();

    /** All others. */
    private final List<String> reads = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() throws IOException {
        services.reset();
        services.tts.answer(this::record);
        services.compositor.answer(this::record);
        browser = Browser.start();
    }

    @AfterEach
    @SuppressWarnings("ConstantValue") // null when the browser is absent
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, " + SPEECH,
        "multipart/form-data, " + SPEECH,
        "text/plain, " + SPEECH,
        "multipart/form-data, " + AVATARS,
    })
    void sendsNoForm(String type, String path) {
        openPageOf("stranger");

        browser.script("""
                const form = document.createElement('form');
                form.method = 'post';
                form.enctype = '%s';
                form.action = '%s';
                const text = form.appendChild(document.createElement('textarea'));
                text.name = form.enctype === 'text/plain' ? '{"text": "Hello", "x": "' : 'text';
                text.value = form.enctype === 'text/plain' ? '"}' : 'Hello';
                const file = form.appendChild(document.createElement('input'));
                file.type = 'file';
                file.name = 'file';
                const files = new DataTransfer();
                files.items.add(new File(['x'], 'me.mp4'));
                file.files = files.files;
                document.body.append(form);
                form.submit();
                """.formatted(type, server.resolve(path)));

        browser.eventually()
                .untilAsserted(() -> assertThat(String.valueOf(browser.script("return document.body.innerText")))
                        .contains("urn:avatar:problem:ORIGIN_NOT_ALLOWED", "403"));
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode: 'no-cors', method: 'POST', body: '{\"text\": \"Hello\"}'",
                "mode: 'no-cors', method: 'POST', body: new Blob(['{\"text\": \"Hello\"}'])",
                "mode: 'no-cors', method: 'POST', body: new FormData()",
                "mode: 'cors', method: 'POST', body: '{}'",
                "mode: 'cors', method: 'POST', body: '{}', headers: {'Content-Type': 'application/json'}",
                "mode: 'cors', method: 'DELETE'",
            })
    void fetchesNothingThatChangesSomething(String options) {
        openPageOf("stranger");

        fetch(server.resolve(SPEECH), options);

        assertRefused();
    }

    @Test
    void sendsNoBeacon() {
        openPageOf("stranger");

        browser.script("navigator.sendBeacon('%s', new Blob(['{\"text\": \"Hello\"}'], {type: 'text/plain'}))"
                .formatted(server.resolve(SPEECH)));

        assertRefused();
    }

    @Test
    void readsNothing() {
        openPageOf("stranger");

        assertThat(fetch(server.resolve("/api/v1/channels"), "mode: 'cors'")).startsWith("TypeError");
    }

    @Test
    void showsPictures() {
        openPageOf("stranger");

        assertThat(image(server.resolve("/snapshot/main.jpg"))).isEqualTo("7");
        assertThat(changes).isEmpty();
    }

    @Test
    void ofTheSettingsMayDoEverything() {
        openPageOf("friend");

        String json = "method: 'POST', body: '{}', headers: {'Content-Type': 'application/json'}";
        assertThat(fetch(server.resolve(SPEECH), json)).isEqualTo("202");
        assertThat(fetch(server.resolve(SPEECH), "method: 'DELETE'")).isEqualTo("202");
        assertThat(fetch(server.resolve("/stream/main.mjpeg"), "")).isEqualTo("200");
        assertThat(changes).containsExactly("POST " + SPEECH, "DELETE " + SPEECH);
    }

    /** DNS rebinding: the name of the page has become an address of this machine. */
    @Test
    void whoseNameWasReboundGetsNothing() {
        URI rebound = URI.create("http://evil.example:" + server.getPort());
        browser.open(rebound.resolve("/snapshot/main.jpg"));

        assertThat(String.valueOf(browser.script("return document.body.innerText")))
                .contains("HOST_NOT_ALLOWED");
        String json = "method: 'POST', body: '{}', headers: {'Content-Type': 'application/json'}";
        assertThat(fetch(rebound.resolve(SPEECH), json)).isEqualTo("403");
        assertThat(fetch(rebound.resolve("/api/v1/channels"), "")).isEqualTo("403");
        assertThat(changes).isEmpty();
        assertThat(reads).isEmpty();
    }

    private void record(HttpServerRequest request) {
        String line = request.method() + " " + request.path();
        if (request.method().equals(HttpMethod.GET)) {
            reads.add(line);
            request.response().putHeader("content-type", "image/svg+xml").end(PIXEL);
        } else {
            changes.add(line);
            request.response().setStatusCode(202).end();
        }
    }

    private void openPageOf(String name) {
        browser.open(services.foreign.origin(name) + "/");
    }

    private String fetch(URI url, String options) {
        return String.valueOf(browser.answer("""
                const done = arguments[arguments.length - 1];
                fetch('%s', {%s}).then(answer => done(String(answer.status)), error => done(String(error)));
                """.formatted(url, options)));
    }

    /** The width of a picture in the page. */
    private String image(URI url) {
        return String.valueOf(browser.answer("""
                const done = arguments[arguments.length - 1];
                const image = document.body.appendChild(new Image());
                image.onload = () => done(String(image.naturalWidth));
                image.onerror = () => done('refused');
                image.src = '%s';
                """.formatted(url)));
    }

    /** The page itself can't see the status, nor whether there was more than a preflight. */
    private void assertRefused() {
        browser.eventually()
                .untilAsserted(() -> assertThat(browser.complaints())
                        .anyMatch(line -> line.contains("403") || line.contains("blocked by CORS policy")));
        assertThat(changes).isEmpty();
    }
}
