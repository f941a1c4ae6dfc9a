package avatar.contract.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.json.Json;
import avatar.contract.problem.AvatarException;
import avatar.contract.viseme.Viseme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvatarBundleTest {

    @TempDir
    Path folder;

    @Test
    void completeBundleOpens() throws IOException {
        writeBundle();

        AvatarBundle bundle = AvatarBundle.open(folder);

        assertThat(bundle.mouthBox()).isEqualTo(new PixelBox(10, 20, 30, 40));
        assertThat(bundle.track().frames()).hasSize(1);
    }

    @Test
    void changedFileIsNamed() throws IOException {
        writeBundle();
        Files.writeString(folder.resolve(AvatarBundle.TRACK), "{}");

        assertThatThrownBy(() -> AvatarBundle.open(folder))
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining("track.json was changed");
    }

    @Test
    void folderWithoutManifestIsNoBundle() {
        assertThatThrownBy(() -> AvatarBundle.open(folder))
                .isInstanceOf(AvatarException.class)
                .hasMessageContaining("avatar.json is missing");
    }

    @Test
    void everyOpeningOfAVisemeHasItsPatch() {
        assertThat(Opening.values())
                .extracting(opening -> AvatarBundle.patch(Viseme.AA, opening))
                .containsExactly("visemes/mouth_Aa_1.png", "visemes/mouth_Aa_2.png", "visemes/mouth_Aa.png");
        assertThat(AvatarBundle.patch(Viseme.AA)).isEqualTo("visemes/mouth_Aa.png");
    }

    private void writeBundle() throws IOException {
        Path track = folder.resolve(AvatarBundle.TRACK);
        var frame = new Track.TrackedFrame(Similarity.IDENTITY, 1, Light.even(1, 1, 1));
        Files.write(track, Json.write(new Track(Track.VERSION, List.of(frame))));
        AvatarManifest manifest = new AvatarManifest(
                AvatarManifest.VERSION,
                "test",
                new AvatarManifest.Source("a.mp4", "00"),
                100,
                100,
                30,
                1,
                0,
                "warp",
                Map.of(),
                Box.ofPixels(new PixelBox(10, 20, 30, 40), 100, 100),
                Box.ofPixels(new PixelBox(1, 2, 3, 4), 100, 100),
                Map.of(AvatarBundle.TRACK, AvatarBundle.sha256(track)));
        Files.write(folder.resolve(AvatarBundle.MANIFEST), Json.write(manifest));
    }
}
