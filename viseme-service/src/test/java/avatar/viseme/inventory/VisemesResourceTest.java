package avatar.viseme.inventory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import avatar.contract.problem.Problem;
import avatar.contract.viseme.Viseme;
import io.quarkus.test.junit.QuarkusTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class VisemesResourceTest {

    @Test
    void listsTheInventoryInItsOrder() {
        given().get("/api/v1/visemes")
                .then()
                .statusCode(200)
                .body("$", hasSize(22))
                .body("[0].viseme", equalTo("M"))
                .body("[0].phonemes", equalTo(List.of("M", "B", "P", "BCL", "EM", "PCL")))
                .body("[0].ipa", hasItems("m", "b", "p", "ɓ"))
                .body("[0].examples", equalTo(List.of("me", "bee", "pie")))
                .body("[0].picture", equalTo("/api/v1/visemes/M.jpg"))
                .body("[21].viseme", equalTo("Sil"));
    }

    @ParameterizedTest
    @EnumSource(Viseme.class)
    void servesAPictureOfEach(Viseme viseme) throws IOException {
        String path =
                given().get("/api/v1/visemes").path("find { it.viseme == '%s' }.picture".formatted(viseme.label()));

        byte[] picture = given().get(path)
                .then()
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();

        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(120, 80);
    }

    @Test
    void namesTheValidVisemesForAnUnknownOne() {
        given().get("/api/v1/visemes/Zz.jpg")
                .then()
                .statusCode(404)
                .contentType(Problem.MEDIA_TYPE)
                .body("detail", containsString("'Zz'"))
                .body("detail", containsString("M, Aa, Ax"));
    }

    @Test
    void documentationListsAllVisemes() throws IOException {
        String document = Files.readString(Path.of("../docs/visemes.md"));

        assertThat(ListedViseme.ALL).allSatisfy(listed -> assertThat(document).contains(row(listed)));
    }

    private static String row(ListedViseme listed) {
        return "| `%1$s` | ![%1$s](../viseme-service/src/main/resources/avatar/viseme/inventory/%1$s.jpg) | %2$s | %3$s | %4$s |"
                .formatted(
                        listed.viseme().label(),
                        String.join(" ", listed.phonemes()),
                        String.join(" ", listed.ipa()),
                        String.join(", ", listed.examples()));
    }
}
