package avatar.phonetics.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Crashes of espeak-ng's process don't affect this process. */
class EspeakProcessTest {

    private static final Espeak ESPEAK = Espeak.shared();

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(ESPEAK.missing().isEmpty(), "libespeak-ng.so.1 is absent (package libespeak-ng1)");
    }

    @Test
    void processThatDiedIsStartedAgainAndTheTextSpoken() {
        int before = samples("en-us", "Hello.");

        long killed = ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(EspeakServer.class.getName()))
                .peek(child -> {
                    child.destroyForcibly();
                    child.onExit().join();
                })
                .count();

        assertThat(killed).isPositive();
        assertThat(samples("en-us", "Hello.")).isBetween(before * 9 / 10, before * 11 / 10);
    }

    @Test
    void textThatCrashesItIsAFailureAndTheNextIsSpoken() {
        Random random = new Random(7);
        int spoken = 0;
        for (int i = 0; i < 300; i++) {
            String consonants = IntStream.range(0, 120)
                    .map(j -> j % 20 == 19 ? ' ' : 0x915 + random.nextInt(0x25))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            try {
                spoken += samples("hi", consonants) > 0 ? 1 : 0;
            } catch (AvatarException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.SYNTHESIS_FAILED);
            }
        }

        assertThat(spoken).isPositive();
        assertThat(samples("hi", "नमस्ते")).isPositive();
    }

    private static int samples(String voice, String text) {
        return ESPEAK.speak(ESPEAK.voice(voice).orElseThrow(), text, 1, 1).samples();
    }
}
