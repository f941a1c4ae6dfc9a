package avatar.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.web.access.KeysProfile;
import avatar.web.access.TestKeys;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** The page where callers need a key. */
@QuarkusTest
@TestProfile(KeysProfile.class)
class SignInTest extends BrowserTest {

    @Test
    void asksForAKeyAndShowsTheAvatarWithIt() {
        browser.open(page);
        browser.eventually().until(() -> browser.element("sign-in").isDisplayed());
        assertThat(browser.element("account").getText()).isEqualTo("Sign in");

        enter("la_wrong");
        browser.eventually()
                .until(() -> browser.element("sign-in-message").getText().startsWith("This key is unknown"));
        enter(TestKeys.text("speak"));

        browser.eventually().until(() -> "idle".equals(browser.shown("state")));
        assertThat(browser.element("sign-in").isDisplayed()).isFalse();
        browser.eventually().until(() -> browser.element("voice").isEnabled());
        browser.say("One two three");
        browser.eventually().until(() -> "done".equals(browser.status()));
        assertThat(browser.script("return document.cookie")).isEqualTo("");
    }

    @Test
    void signsOut() {
        browser.open(page);
        browser.eventually().until(() -> browser.element("sign-in").isDisplayed());
        enter(TestKeys.text("watch"));
        browser.eventually().until(() -> "idle".equals(browser.shown("state")));

        browser.element("account").click();

        browser.eventually().until(() -> browser.element("sign-in").isDisplayed());
    }

    @Test
    void showsTheAvatarToWhoeverHasALink() {
        String token = link("{\"channel\": \"main\", \"scope\": \"speak\"}");

        openPage("/?channel=main&token=" + token);
        browser.eventually().until(() -> browser.element("voice").isEnabled());
        browser.say("One two three");

        browser.eventually().until(() -> "done".equals(browser.status()));
        assertThat(browser.element("sign-in").isDisplayed()).isFalse();
        assertThat(browser.script("return [...document.querySelectorAll('dialog[open]')].length"))
                .isEqualTo(0L);
        assertThat(browser.complaints()).isEmpty();
    }

    private static String link(String body) {
        return RestAssured.given()
                .contentType("application/json")
                .header("X-API-Key", TestKeys.text("speak"))
                .body(body)
                .post("/api/v1/links")
                .path("token");
    }

    private void enter(String key) {
        browser.element("sign-in-key").clear();
        browser.element("sign-in-key").sendKeys(key);
        browser.element("sign-in")
                .findElement(By.cssSelector("button[type=submit]"))
                .click();
    }
}
