package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.fake.FakeAvatar;
import avatar.web.fake.FakeServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests of the page in a real browser, as new for each test, with fake services. */
@QuarkusTestResource(FakeServices.class)
abstract class BrowserTest {

    @SuppressWarnings("NullAway.Init") // set by FakeServices
    FakeServices services;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // set by Quarkus
    URI page;

    @SuppressWarnings("NullAway.Init")
    FakeAvatar avatar;

    @SuppressWarnings("NullAway.Init")
    Browser browser;

    @BeforeEach
    void startBrowser() throws IOException {
        services.reset();
        avatar = services.avatar();
        browser = Browser.start();
    }

    @AfterEach
    @SuppressWarnings("ConstantValue") // null when the browser is absent
    void closeBrowser() {
        avatar.close();
        if (browser != null) {
            browser.close();
        }
    }

    /** Opens the page, and waits until it shows the avatar. */
    void openPage(String query) {
        browser.open(page.resolve(query));
        browser.eventually()
                .untilAsserted(() -> assertThat(browser.shown("state"))
                        .as(() -> "complaints: " + browser.complaints())
                        .isEqualTo("idle"));
    }

    void openPage() {
        openPage("/");
    }
}
