package avatar.mouths.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.setup.SetupRequest;
import avatar.mouths.sadtalker.SadTalkerSettings;
import org.junit.jupiter.api.Test;

class MouthEnginesTest {

    @Test
    void everyEngineIsFoundByItsOwnName() {
        assertThat(MouthEngines.names())
                .contains(MouthEngines.DEFAULT)
                .allSatisfy(name -> assertThat(
                                MouthEngines.of(name, EngineOptions.DEFAULT).name())
                        .isEqualTo(name));
        assertThat(MouthEngines.of("HARVEST", EngineOptions.DEFAULT).name()).isEqualTo("harvest");
    }

    @Test
    void requestsOverHttpMayNameTheSameEngines() {
        assertThat(SetupRequest.ENGINES).isEqualTo(MouthEngines.names());
    }

    @Test
    void unknownEngineIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> MouthEngines.of("magic", EngineOptions.DEFAULT))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNKNOWN_ENGINE))
                .hasMessage("Unknown engine: found 'magic', expected one of warp, harvest, sadtalker");
    }

    @Test
    void sizeIsRemarkedOnByEnginesThatWorkAtTheSizeOfTheVideo() {
        EngineOptions options = new EngineOptions(512, SadTalkerSettings.DEFAULT);

        assertThat(MouthEngines.of("warp", options).remark())
                .contains("size 512 has no effect: engine 'warp' works at the video's own");
        assertThat(MouthEngines.of("harvest", options).remark()).isPresent();
        assertThat(MouthEngines.of("harvest", EngineOptions.DEFAULT).remark()).isEmpty();
        assertThat(MouthEngines.of("sadtalker", options).remark()).isEmpty();
    }

    @Test
    void sizeThatNoEngineWorksInIsInvalid() {
        assertThatThrownBy(() -> new EngineOptions(300, SadTalkerSettings.DEFAULT))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_OPTION))
                .hasMessage("Invalid size: found 300, expected one of [256, 512]");
    }

    @Test
    void onlySettingsThatChangeTheMouthsAreInManifests() {
        assertThat(MouthEngines.of("warp", EngineOptions.DEFAULT).settings()).isEmpty();
        assertThat(MouthEngines.of("sadtalker", EngineOptions.DEFAULT).settings())
                .containsOnlyKeys("expressionScale", "pose");
    }
}
