package avatar.tts.synthesis;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Phoneme;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At 1,000 samples a second, a sample is a millisecond and its value is its number. */
class SpokenClauseTest {

    private static final SpokenClause CLAUSE =
            clause(600, phoneme("pau", 0, 200), phoneme("aa", 200, 300), phoneme("pau", 300, 600));

    @Test
    void pausesAreCutToWhatIsAllowed() {
        SpokenClause cut = CLAUSE.withPausesUpTo(ofMillis(40), ofMillis(100));

        assertThat(samples(cut)).hasSize(240).startsWith((short) 160).endsWith((short) 399);
        assertThat(cut.phonemes())
                .containsExactly(phoneme("pau", 0, 40), phoneme("aa", 40, 140), phoneme("pau", 140, 240));
        assertThat(cut.duration()).isEqualTo(ofMillis(240));
    }

    @Test
    void shorterPausesStayAsTheyAre() {
        assertThat(CLAUSE.withPausesUpTo(ofMillis(200), ofMillis(300))).isEqualTo(CLAUSE);
        assertThat(clause(50, phoneme("aa", 0, 50)).withPausesUpTo(ofMillis(40), ofMillis(40)))
                .isEqualTo(clause(50, phoneme("aa", 0, 50)));
    }

    @Test
    void nothingButAPauseIsKeptShort() {
        SpokenClause cut = clause(600, phoneme("pau", 0, 600)).withPausesUpTo(ofMillis(40), ofMillis(100));

        assertThat(cut.duration()).isEqualTo(ofMillis(100));
        assertThat(clause(600).withPausesUpTo(ofMillis(40), Duration.ZERO).duration())
                .isEqualTo(ofMillis(1));
    }

    @Test
    void longSoundIsCutBetweenPhonemes() {
        List<SpokenClause> pieces = CLAUSE.pieces(2 * 350);

        assertThat(pieces).extracting(SpokenClause::duration).containsExactly(ofMillis(300), ofMillis(300));
        assertThat(pieces.getLast().phonemes()).containsExactly(phoneme("pau", 0, 300));
        assertThat(samples(pieces.getLast())).startsWith((short) 300);
    }

    @Test
    void soundWithoutABoundaryIsCutWhereItMust() {
        List<SpokenClause> pieces = clause(600, phoneme("aa", 0, 600)).pieces(2 * 250);

        assertThat(pieces)
                .extracting(SpokenClause::duration)
                .containsExactly(ofMillis(250), ofMillis(250), ofMillis(100));
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.phonemes())
                        .containsExactly(new Phoneme("aa", Duration.ZERO, piece.duration())));
    }

    private static SpokenClause clause(int samples, Phoneme... phonemes) {
        ByteBuffer audio = ByteBuffer.allocate(2 * samples);
        for (int i = 0; i < samples; i++) {
            audio.putShort(2 * i, (short) i);
        }
        return new SpokenClause(1_000, audio, List.of(phonemes));
    }

    private static short[] samples(SpokenClause clause) {
        short[] samples = new short[clause.audio().remaining() / 2];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = clause.audio().getShort(2 * i);
        }
        return samples;
    }

    private static Phoneme phoneme(String symbol, int startMillis, int endMillis) {
        return new Phoneme(symbol, ofMillis(startMillis), ofMillis(endMillis));
    }
}
