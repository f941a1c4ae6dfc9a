package avatar.mouths.sadtalker;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Viseme;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.sound.PhonemeTable;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpokenExemplarTest {

    @ParameterizedTest
    @EnumSource
    void everyVisemesExemplarHasItsSound(Viseme viseme) {
        try (Flite flite = Flite.open()) {
            SpokenExemplar spoken = SpokenExemplar.of(Exemplar.of(viseme), flite);

            Viseme shown = PhonemeTable.visemeOf(spoken.sound().symbol());
            assertThat(shown).isEqualTo(viseme == Viseme.SIL ? Viseme.M : viseme);
            int pictures = spoken.samples().length / 640;
            assertThat(spoken.centre(pictures)).isNotEmpty().allMatch(picture -> picture < pictures);
            Duration middle = spoken.sound().start().plus(spoken.sound().end()).dividedBy(2);
            assertThat(spoken.centre(pictures)).contains((int) middle.dividedBy(Duration.ofMillis(40)));
        }
    }
}
