package avatar.speech.piper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadedModelsTest {

    private static final long[] IDS = {1, 0, 14, 0, 2};
    private static final Scales SCALES = new Scales(0, 1, 0);

    @TempDir
    Path folder;

    @Test
    void keepsTheMostRecentlyUsedModels() {
        try (LoadedModels models = new LoadedModels(1)) {
            VoiceModel first = models.get(voice(0));
            VoiceModel second = models.get(voice(1));
            for (int i = 2; i < LoadedModels.MOST; i++) {
                models.get(voice(i));
            }
            models.get(voice(0));

            models.get(voice(LoadedModels.MOST));

            assertThat(models.size()).isEqualTo(LoadedModels.MOST);
            assertThat(models.get(voice(0))).isSameAs(first);
            assertThat(models.get(voice(1))).isNotSameAs(second);
        }
    }

    @Test
    void aModelThatIsLoadedAgainSpeaks() {
        try (LoadedModels models = new LoadedModels(1)) {
            for (int i = 0; i <= LoadedModels.MOST; i++) {
                models.get(voice(i));
            }

            assertThat(models.get(voice(0)).speak(IDS, SCALES, 10_000)).isNotEmpty();
        }
    }

    private Path voice(int number) {
        return TinyVoice.write(folder, "voice" + number, TinyVoice.tone(), TinyVoice.JSON);
    }
}
