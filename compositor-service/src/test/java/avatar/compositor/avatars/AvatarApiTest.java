package avatar.compositor.avatars;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import avatar.compositor.testsupport.Surroundings;
import avatar.contract.bundle.AvatarBundle;
import avatar.contract.folder.Folders;
import avatar.contract.viseme.Viseme;
import avatar.pictures.fixtures.Bundles;
import avatar.pictures.fixtures.Scene;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Surroundings.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the field
class AvatarApiTest {

    Surroundings surroundings;

    @AfterEach
    void delete() throws Exception {
        for (String id : List.of("hurt", "empty")) {
            Folders.delete(surroundings.avatars().resolve(id));
        }
    }

    @Test
    void brokenBundlesAreListedAmongCompleteOnesWithTheirProblem() throws Exception {
        Path hurt = surroundings.avatars().resolve("hurt");
        Bundles.write(hurt, Scene.of(320, 240, 2), 25);
        Files.createDirectories(surroundings.avatars().resolve("empty"));
        given().get("/api/v1/avatars").then().statusCode(200).body("find { it.id == 'hurt' }.ready", equalTo(true));

        Files.delete(hurt.resolve(AvatarBundle.TRACK));

        given().get("/api/v1/avatars")
                .then()
                .statusCode(200)
                .body("id", hasItems("default", "empty", "hurt"))
                .body("find { it.id == 'default' }.ready", equalTo(true))
                .body("find { it.id == 'default' }.problem", nullValue())
                .body("find { it.id == 'hurt' }.ready", equalTo(false))
                .body("find { it.id == 'hurt' }.problem", equalTo("track.json is missing"))
                .body("find { it.id == 'hurt' }.width", nullValue())
                .body("find { it.id == 'empty' }.problem", equalTo("avatar.json is missing"));
    }

    @Test
    void avatarIsDescribedWithTheAddressOfItsPicture() {
        given().get("/api/v1/avatars/default")
                .then()
                .statusCode(200)
                .body("id", equalTo("default"))
                .body("ready", equalTo(true))
                .body("width", equalTo(320))
                .body("height", equalTo(240))
                .body("fps", equalTo(25.0f))
                .body("frames", equalTo(10))
                .body("engine", equalTo("synthetic"))
                .body("source", equalTo("scene.mp4"))
                .body("preview", equalTo("/api/v1/avatars/default/preview.png"));
    }

    @Test
    void patchIsTheFileOfTheBundle() throws Exception {
        byte[] patch = given().get("/api/v1/avatars/default/visemes/Aa.png")
                .then()
                .statusCode(200)
                .contentType("image/png")
                .extract()
                .asByteArray();

        Path file = surroundings.avatars().resolve("default").resolve(AvatarBundle.patch(Viseme.AA));
        assertThat(patch).isEqualTo(Files.readAllBytes(file));
        assertThat(ImageIO.read(new ByteArrayInputStream(patch)).getColorModel().hasAlpha())
                .isTrue();
    }

    @Test
    void unknownAvatarOrVisemeIsNamedWithTheKnownOnes() {
        given().get("/api/v1/avatars/nobody")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", startsWith("There is no avatar 'nobody'; there is "));
        given().get("/api/v1/avatars/..%2f..%2fetc/preview.png").then().statusCode(404);
        given().get("/api/v1/avatars/default/visemes/Qq.png")
                .then()
                .statusCode(404)
                .body("detail", allOf(startsWith("No viseme 'Qq'"), containsString("Sil")));
        // The bundle of this test has none.
        given().get("/api/v1/avatars/default/preview.png")
                .then()
                .statusCode(500)
                .body("detail", equalTo("Avatar 'default' is incomplete: preview.png is missing; make it again"))
                .body("detail", not(containsString(surroundings.avatars().toString())));
        given().put("/api/v1/avatars").then().statusCode(405).header("Allow", "GET, POST");
        given().delete("/api/v1/avatars/default").then().statusCode(405).header("Allow", "GET");
    }
}
