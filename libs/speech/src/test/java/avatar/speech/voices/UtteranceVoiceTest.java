package avatar.speech.voices;

import static avatar.speech.voices.StubSynthesizer.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceVoiceTest {

    private final StubSynthesizer remote = new StubSynthesizer(
            true, voice("edge", "en-US-JennyNeural", "en-US"), voice("edge", "de-DE-KatjaNeural", "de-DE"));
    private final StubSynthesizer local = new StubSynthesizer(false, voice("flite", "flite-slt", "en-US"));
    private final StubSynthesizer polyglot =
            new StubSynthesizer(false, voice("espeak", "espeak-en-gb", "en-GB"), voice("espeak", "espeak-de", "de"));
    private final List<String> changes = new ArrayList<>();

    @Test
    void voiceThatCanSpeakSpeaks() {
        UtteranceVoice voice = begin("en-US-JennyNeural");

        speak(voice, "One.");

        assertThat(voice.id()).isEqualTo("en-US-JennyNeural");
        assertThat(remote.spoken).containsExactly("en-US-JennyNeural: One.");
        assertThat(changes).isEmpty();
    }

    @Test
    void voiceThatFailsIsReplacedToTheEndAndThatIsReportedOnce() {
        UtteranceVoice voice = begin("en-US-JennyNeural");

        speak(voice, "One.");
        remote.fails = true;
        speak(voice, "Two.");
        remote.fails = false;
        speak(voice, "Three.");

        assertThat(remote.spoken).containsExactly("en-US-JennyNeural: One.");
        assertThat(local.spoken).containsExactly("flite-slt: Two.", "flite-slt: Three.");
        assertThat(changes).containsExactly("flite-slt speaks in place of en-US-JennyNeural: it is away");
        assertThat(voice.id()).isEqualTo("flite-slt");
    }

    @Test
    void unavailableVoiceIsNotCalled() {
        StubSynthesizer away = new StubSynthesizer(
                true, voice("edge", "en-US-JennyNeural", "en-US").unavailable("it does not answer"));
        UtteranceVoice voice = new UtteranceVoice(voices(away, local), "en-US-JennyNeural", changes::add);

        speak(voice, "One.");

        assertThat(away.spoken).isEmpty();
        assertThat(changes).containsExactly("flite-slt speaks in place of en-US-JennyNeural: it does not answer");
    }

    @Test
    void otherLanguageIsSpokenByAVoiceOfThatLanguage() {
        remote.fails = true;

        speak(begin("de-DE-KatjaNeural"), "Eins.");

        assertThat(polyglot.spoken).containsExactly("espeak-de: Eins.");
    }

    @Test
    void languageWithoutAnotherVoiceIsSpokenByTheConfiguredVoice() {
        StubSynthesizer finnish = new StubSynthesizer(true, voice("edge", "fi-FI-NooraNeural", "fi-FI"));
        finnish.fails = true;

        speak(new UtteranceVoice(voices(finnish, local, polyglot), "fi-FI-NooraNeural", changes::add), "Yksi.");

        assertThat(local.spoken).containsExactly("flite-slt: Yksi.");
    }

    @Test
    void textIsNeverSentAwayInPlaceOfALocalVoice() {
        local.fails = true;

        speak(begin("flite-slt"), "One.");

        assertThat(remote.spoken).isEmpty();
        assertThat(polyglot.spoken).containsExactly("espeak-en-gb: One.");
    }

    @Test
    void failureStaysOneWhereNoOtherVoiceCanSpeak() {
        UtteranceVoice voice = begin("en-US-JennyNeural");
        remote.fails = true;

        assertThatThrownBy(() -> speak(voice, "unspeakable"))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE))
                .hasMessage("it is away");
    }

    private UtteranceVoice begin(String id) {
        return new UtteranceVoice(voices(remote, local, polyglot), id, changes::add);
    }

    private static Voices voices(SpeechSynthesizer... engines) {
        return new Voices(List.of(engines), "flite-slt", "flite-slt");
    }

    private static void speak(UtteranceVoice voice, String text) {
        assertThat(voice.speak(text, Prosody.OWN).samples()).isEqualTo(100);
    }
}
