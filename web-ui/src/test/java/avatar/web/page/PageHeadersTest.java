package avatar.web.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class PageHeadersTest {

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/index.html, text/html",
        "/main.js, text/javascript",
        "/live/player.js, text/javascript",
        "/css/base.css, text/css",
        "/favicon.svg, image/svg+xml",
    })
    void servesThePageAndItsPartsWithTheirTypes(String path, String type) {
        given().get(path)
                .then()
                .statusCode(200)
                .contentType(startsWith(type))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void allowsNothingInlineAndNothingFromElsewhere() {
        String policy = given().get("/").header("Content-Security-Policy");
        String page = given().get("/").asString();

        assertThat(policy)
                .contains("script-src 'self';", "frame-ancestors 'self'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page)
                .doesNotContain("http://", "https://", "style=")
                .doesNotContainPattern(Pattern.compile("\\son\\w+="));
    }
}
