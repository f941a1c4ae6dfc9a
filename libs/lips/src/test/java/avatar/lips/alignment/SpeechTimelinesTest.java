package avatar.lips.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.contract.problem.AvatarException;
import avatar.contract.problem.ErrorCode;
import avatar.contract.viseme.SpokenTimeline;
import avatar.phonetics.align.Aligner;
import avatar.phonetics.align.Effort;
import avatar.phonetics.align.Recording;
import avatar.phonetics.espeak.Espeak;
import avatar.phonetics.flite.Flite;
import avatar.phonetics.flite.FliteVoice;
import avatar.phonetics.speech.TimedSpeech;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SpeechTimelinesTest {

    private static final String TEXT = "Bob has a map.";
    private static final Flite FLITE = Flite.open();
    private static final Aligner ALIGNER = new Aligner(FLITE, Espeak.shared());

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(FLITE.missing(FliteVoice.SLT).isEmpty(), "libflite.so.1 is absent (package libflite1)");
    }

    @AfterAll
    static void close() {
        FLITE.close();
    }

    @Test
    void concurrentRecordingsWaitForTheirTurn() throws Exception {
        SpeechTimelines timelines = new SpeechTimelines(ALIGNER, 2, Duration.ofMinutes(1));
        Recording recording = recording();

        Set<SpokenTimeline> answers = new HashSet<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<SpokenTimeline>> asked = IntStream.range(0, 20)
                    .mapToObj(i -> threads.submit(() -> plan(timelines, recording)))
                    .toList();
            for (Future<SpokenTimeline> answer : asked) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).hasSize(1);
    }

    @Test
    void requestThatWaitsTooLongIsRefusedForNow() {
        SpeechTimelines timelines = new SpeechTimelines(ALIGNER, 0, Duration.ZERO);
        Recording recording = recording();

        assertThatThrownBy(() -> plan(timelines, recording))
                .isInstanceOfSatisfying(
                        AvatarException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE))
                .hasMessage("No recording was finished within PT0S to make room for this one; try again later");
    }

    @Test
    void failureFreesThePlace() {
        SpeechTimelines timelines = new SpeechTimelines(ALIGNER, 1, Duration.ZERO);
        Recording recording = recording();

        assertThatThrownBy(() -> timelines.plan("", "en", recording, List.of(), Effort.QUICK))
                .isInstanceOf(AvatarException.class);
        assertThat(plan(timelines, recording).duration()).isEqualTo(recording.duration());
    }

    private static SpokenTimeline plan(SpeechTimelines timelines, Recording recording) {
        return timelines.plan(TEXT, "en", recording, List.of(), Effort.QUICK);
    }

    private static Recording recording() {
        TimedSpeech speech = FLITE.speak(FliteVoice.SLT, TEXT, 1);
        return new Recording(speech.sampleRateHz(), speech.audio());
    }
}
