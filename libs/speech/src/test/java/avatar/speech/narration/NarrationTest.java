package avatar.speech.narration;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.speech.SpeechMode;
import avatar.contract.speech.SpeechRequest;
import avatar.contract.speech.SpeechSegment;
import avatar.contract.viseme.Phoneme;
import avatar.contract.viseme.SpokenTimeline;
import avatar.contract.viseme.Word;
import avatar.speech.recording.RecordingLimits;
import avatar.speech.synthesis.Prosody;
import avatar.speech.synthesis.SpeechSynthesizer;
import avatar.speech.synthesis.SpokenClause;
import avatar.speech.synthesis.Voice;
import avatar.speech.voices.Voices;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class NarrationTest {

    private static final int RATE_HZ = 16_000;
    private static final String TWO_SENTENCES = "The first sentence. The second sentence.";

    private final Counting voice = new Counting();
    private TimelineSource timelines = Timelines::shut;

    @Test
    void segmentIsMadeWhenItIsRequested() {
        Narration narration = narrate(TWO_SENTENCES);

        assertThat(voice.spoken).isEmpty();
        assertThat(narration.next().text()).isEqualTo("The first sentence.");
        assertThat(voice.spoken).containsExactly("The first sentence.");
    }

    @Test
    void onlyTheLastSegmentIsMarked() {
        Narration narration = narrate(TWO_SENTENCES);

        SpeechSegment first = narration.next();
        SpeechSegment second = narration.next();

        assertThat(first.last()).isFalse();
        assertThat(second.last()).isTrue();
        assertThat(second.index()).isEqualTo(1);
        assertThat(narration.hasNext()).isFalse();
    }

    @Test
    void segmentHasThePhonemesAndWordsOfTheVoice() {
        SpeechSegment segment = narrate("Hum now").next();

        assertThat(segment.phonemes()).containsExactly(new Phoneme("aa", ofMillis(0), ofSeconds(1)));
        assertThat(segment.words()).containsExactly(new Word("Hum now", ofMillis(100), ofMillis(900)));
    }

    @Test
    void segmentHasThePhonemesFoundInTheSoundOfAVoiceThatReportsNone() {
        Phoneme phoneme = new Phoneme("ah", ofMillis(100), ofMillis(200));
        Word word = new Word("uh", ofMillis(100), ofMillis(200));
        timelines = clause -> Timelines.shut(clause)
                .thenApply(shut -> SpokenTimeline.of(shut.timeline(), List.of(phoneme), List.of(word)));

        SpeechSegment segment = narrate("untimed").next();

        assertThat(segment.phonemes()).containsExactly(phoneme);
        assertThat(segment.words()).containsExactly(word);
    }

    @Test
    void longClauseIsCutWithItsWords() {
        Narration narration = narrate("slowly");

        SpeechSegment first = narration.next();
        SpeechSegment second = narration.next();

        Duration cut = first.duration();
        assertThat(first.words()).containsExactly(new Word("slowly", ofMillis(100), cut));
        assertThat(second.words())
                .containsExactly(
                        new Word("slowly", ofMillis(0), ofMillis(19_900).minus(cut)));
        assertThat(second.phonemes()).containsExactly(new Phoneme("aa", ofMillis(0), second.duration()));
        assertThat(second.last()).isTrue();
    }

    @Test
    void segmentThatCouldNotBeMadeCanBeTriedAgain() {
        Narration narration = narrate(TWO_SENTENCES);
        narration.next();
        timelines =
                clause -> CompletableFuture.failedFuture(new AvatarException(ErrorCode.SYNTHESIS_FAILED, "It broke"));
        assertThatThrownBy(narration::next).isInstanceOf(AvatarException.class).hasMessage("It broke");
        timelines = Timelines::shut;

        SpeechSegment second = narration.next();

        assertThat(second.text()).isEqualTo("The second sentence.");
        assertThat(second.index()).isEqualTo(1);
        assertThat(second.last()).isTrue();
    }

    @Test
    void closedNarrationMakesNothing() {
        Narration narration = narrate(TWO_SENTENCES);
        narration.next();

        narration.close();

        assertThatThrownBy(narration::next).isInstanceOf(CancellationException.class);
        assertThat(voice.spoken).hasSize(1);
    }

    @Test
    void requestThatCannotBeSpokenIsRefusedBeforeAnythingIsSpoken() {
        assertThatThrownBy(() -> narrate("?!"))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_TEXT));
    }

    private Narration narrate(String text) {
        Voices voices = new Voices(List.of(voice), Counting.VOICE, Counting.VOICE);
        Narrator narrator = new Narrator(
                new SpeechRules(voices, 5_000),
                voices,
                RecordingLimits.small(),
                clause -> timelines.timelineOf(clause));
        return narrator.narrate(
                SpeechRequest.of("u", "main", text, Counting.VOICE, SpeechMode.ENQUEUE, Instant.EPOCH), change -> {});
    }

    /** A voice that hums for a second, or for twenty, and reports the phonemes of that unless it is "untimed". */
    private static final class Counting implements SpeechSynthesizer {

        private static final String VOICE = "counting";

        private final List<String> spoken = new ArrayList<>();

        @Override
        public List<Voice> voices() {
            return List.of(new Voice(VOICE, "Counting", "en", Voice.Gender.MALE, "counting", true, null));
        }

        @Override
        public boolean canSpeak(String voiceId, String text) {
            return true;
        }

        @Override
        public SpokenClause speak(String voiceId, String text, Prosody prosody) {
            spoken.add(text);
            Duration length = ofSeconds(text.equals("slowly") ? 20 : 1);
            ByteBuffer audio = ByteBuffer.allocate((int) length.toSeconds() * RATE_HZ * Short.BYTES);
            if (text.equals("untimed")) {
                audio.putShort(Short.MAX_VALUE)
                        .putShort(audio.limit() - Short.BYTES, Short.MAX_VALUE)
                        .rewind();
                return SpokenClause.untimed(RATE_HZ, audio, List.of(), new SpokenClause.Script(text, "en"));
            }
            return new SpokenClause(
                    RATE_HZ,
                    audio,
                    List.of(new Phoneme("aa", Duration.ZERO, length)),
                    List.of(new Word(text, ofMillis(100), length.minusMillis(100))),
                    null);
        }
    }
}
