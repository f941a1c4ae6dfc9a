package avatar.speech.voices;

import static avatar.speech.voices.StubSynthesizer.voice;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.Voice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WatchedSynthesizerTest {

    private final StubSynthesizer engine = new StubSynthesizer(false, voice("stub", "a", "en"));
    private final WatchedSynthesizer watched = new WatchedSynthesizer(engine, ofMillis(200));

    @Test
    void resultIsPassedOn() {
        assertThat(watched.speak("a", "Hello", Prosody.OWN).samples()).isEqualTo(100);
        assertThat(watched.voices()).allMatch(Voice::available);
    }

    @Test
    void hangingCallTimesOutAndTheNextAreRefusedAtOnce() {
        engine.hangs = true;
        assertRefused();

        long start = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertRefused();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(1));
        assertThat(watched.needsRestart()).isTrue();
        assertThat(watched.voice("a").orElseThrow().available()).isFalse();
        engine.release();
    }

    @Test
    void remoteEngineNeedsNoRestart() {
        StubSynthesizer remote = new StubSynthesizer(true, voice("stub", "a", "en"));
        WatchedSynthesizer watchedRemote = new WatchedSynthesizer(remote, ofMillis(200));
        remote.hangs = true;

        assertThatThrownBy(() -> watchedRemote.speak("a", "Hello", Prosody.OWN)).isInstanceOf(AvatarException.class);

        assertThat(watchedRemote.hangs()).isTrue();
        assertThat(watchedRemote.needsRestart()).isFalse();
        remote.release();
    }

    @Test
    void engineWhoseCallReturnsLateSpeaksAgain() {
        engine.hangs = true;
        assertRefused();

        engine.hangs = false;
        engine.release();

        await().until(() -> !watched.hangs());
        assertThat(watched.voices()).allMatch(Voice::available);
        assertThat(watched.speak("a", "Hello", Prosody.OWN).samples()).isEqualTo(100);
    }

    @Test
    void failureIsPassedOnAsItIs() {
        engine.fails = true;

        assertThatThrownBy(() -> watched.speak("a", "Hello", Prosody.OWN)).hasMessage("it is away");
        assertThat(watched.hangs()).isFalse();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> watched.speak("a", "Hello", Prosody.OWN))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE))
                .hasMessageContaining("did not finish");
    }
}
