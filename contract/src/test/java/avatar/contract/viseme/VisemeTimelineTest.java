package avatar.contract.viseme;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisemeTimelineTest {

    @Test
    void cueHoldsFromItsStartToJustBeforeItsEnd() {
        VisemeTimeline timeline =
                new VisemeTimeline(ofMillis(300), List.of(cue(Viseme.M, 0, 100), cue(Viseme.AA, 100, 300)));

        assertThat(timeline.at(ofMillis(99)).viseme()).isEqualTo(Viseme.M);
        assertThat(timeline.at(ofMillis(100)).viseme()).isEqualTo(Viseme.AA);
        assertThatThrownBy(() -> timeline.at(ofMillis(300))).hasMessageContaining("PT0.3S");
    }

    @Test
    void cuesMustCoverTheAudioWithoutGap() {
        assertThatThrownBy(() ->
                        new VisemeTimeline(ofMillis(200), List.of(cue(Viseme.M, 0, 90), cue(Viseme.AA, 100, 200))))
                .hasMessageContaining("must start at PT0.09S");
        assertThatThrownBy(() -> new VisemeTimeline(ofMillis(200), List.of(cue(Viseme.M, 0, 90))))
                .hasMessage("Cues end at PT0.09S, the audio at PT0.2S");
    }

    private static Cue cue(Viseme viseme, int startMillis, int endMillis) {
        return new Cue(viseme, ofMillis(startMillis), ofMillis(endMillis));
    }
}
