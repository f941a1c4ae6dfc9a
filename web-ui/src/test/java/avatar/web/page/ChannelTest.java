package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The channel in the page's address. */
@QuarkusTest
class ChannelTest extends BrowserTest {

    @Test
    void saysThatAChannelIsUnknownAndLinksToTheMainOne() {
        browser.open(page.resolve("?channel=nope"));

        browser.eventually().until(() -> browser.element("overlay-link").isDisplayed());
        assertThat(browser.element("overlay").getText())
                .isEqualTo("There is no channel “nope”\nCheck its name in the address.\nShow the channel “main”");
        assertThat(browser.element("live-text").getText()).isEqualTo("No such channel");

        browser.element("overlay-link").click();

        browser.eventually().until(() -> "idle".equals(browser.shown("state")));
        assertThat(browser.script("return location.search")).isEqualTo("?channel=main");
        browser.eventually().until(() -> !browser.element("overlay").isDisplayed());
    }

    @Test
    void saysSoInThePlainPictureToo() {
        browser.open(page.resolve("?plain&channel=nope"));

        browser.eventually()
                .until(() -> "There is no picture of the channel “nope” now."
                        .equals(browser.element("plain").getDomAttribute("alt")));
    }
}
