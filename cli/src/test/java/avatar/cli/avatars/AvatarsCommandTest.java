package avatar.cli.avatars;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
import avatar.contract.bundle.AvatarManifest;
import avatar.contract.bundle.Box;
import avatar.contract.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarsCommandTest {

    @TempDir
    Path data;

    @Test
    void listsTheAvatarsOfTheRunningSystem() throws IOException {
        try (FakeSystem system = new FakeSystem()) {
            Map<String, Object> avatar = new HashMap<>(Map.of(
                    "id",
                    "anna",
                    "ready",
                    true,
                    "width",
                    640,
                    "height",
                    480,
                    "fps",
                    29.97,
                    "frames",
                    107,
                    "engine",
                    "warp",
                    "source",
                    "anna.mp4",
                    "preview",
                    "/api/v1/avatars/anna/preview.png"));
            avatar.put("problem", null);
            system.avatars = List.of(avatar);

            assertThat(Cli.run("avatars", "--url", system.url())).isEqualTo(new Cli(0, """
                            ID    SIZE     FPS    FRAMES  ENGINE  SOURCE
                            anna  640x480  29.97  107     warp    anna.mp4
                            """, ""));
        }
    }

    @Test
    void listsTheAvatarsOfTheFolderAndWhyOneIsNotReady() throws IOException {
        put("anna", manifest(Map.of()));
        put("broken", manifest(Map.of("base.mp4", "00")));
        Files.createDirectories(data.resolve("avatars/.uploads"));

        Cli run = Cli.run("avatars", "--data", data.toString());

        assertThat(run.out()).isEqualTo("""
                        ID      SIZE   FPS  FRAMES  ENGINE  SOURCE
                        anna    64x48  25   1       none    anna.mp4
                        broken                              not ready: %s is missing
                        """.formatted(data.resolve("avatars/broken/base.mp4")));
        assertThat(Cli.run("avatars", "--json", "--data", data.toString()).out())
                .startsWith("[{\"id\":\"anna\",\"ready\":true,\"problem\":null,\"width\":64,");
    }

    @Test
    void saysHowToCreateTheFirstAvatar() {
        assertThat(Cli.run("avatars", "--data", data.toString()).out())
                .isEqualTo("Found no avatar in %s; './avatar setup' creates one\n".formatted(data.resolve("avatars")));
    }

    private void put(String id, AvatarManifest manifest) throws IOException {
        Path folder = Files.createDirectories(data.resolve("avatars").resolve(id));
        Files.write(folder.resolve("avatar.json"), Json.write(manifest));
    }

    private static AvatarManifest manifest(Map<String, String> checksums) {
        Box box = new Box(0, 0, 1, 1);
        AvatarManifest.Source source = new AvatarManifest.Source("anna.mp4", "00");
        return new AvatarManifest(
                AvatarManifest.VERSION, "anna", source, 64, 48, 25, 1, 0, "none", Map.of(), box, box, checksums);
    }
}
