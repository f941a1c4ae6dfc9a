package avatar.speech.synthesis;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.Word;
import avatar.speech.synthesis.SpokenClause.Script;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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
    void knowsWhetherItsFirstSoundIsMadeWithShutLips() {
        assertThat(clause(200, phoneme("pau", 0, 50), phoneme("p", 50, 200)).startsWithShutLips())
                .isTrue();
        assertThat(CLAUSE.startsWithShutLips()).isFalse();
        assertThat(clause(200).startsWithShutLips()).isFalse();
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
    void partHasItsPhonemesAndWords() {
        SpokenClause part = CLAUSE.between(250, 400);

        assertThat(samples(part)).hasSize(150).startsWith((short) 250);
        assertThat(part.phonemes()).containsExactly(phoneme("aa", 0, 50), phoneme("pau", 50, 150));
    }

    @Test
    void requestedSilenceFollowsTheWords() {
        SpokenClause longer = CLAUSE.followedBy(ofMillis(100));

        assertThat(longer.duration()).isEqualTo(ofMillis(700));
        assertThat(longer.phonemes()).isEqualTo(CLAUSE.phonemes());
        assertThat(samples(longer)).startsWith((short) 0, (short) 1).endsWith((short) 0, (short) 0);
    }

    @Test
    void withoutPhonemesSpeechIsWhatIsAudible() {
        ByteBuffer audio = ByteBuffer.allocate(2 * 600).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 200; i < 300; i++) {
            audio.putShort(2 * i, (short) (i % 2 == 0 ? 9_000 : -9_000));
            audio.putShort(2 * (i + 250), (short) 50);
        }
        List<Word> words = List.of(new Word("ah", ofMillis(200), ofMillis(310)));
        Script script = new Script("ah", "en");

        SpokenClause cut =
                SpokenClause.untimed(1_000, audio, words, script).withPausesUpTo(ofMillis(40), ofMillis(100));

        assertThat(cut.duration()).isEqualTo(ofMillis(240));
        assertThat(cut.script()).isEqualTo(script);
        assertThat(cut.words()).containsExactly(new Word("ah", ofMillis(40), ofMillis(150)));
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
