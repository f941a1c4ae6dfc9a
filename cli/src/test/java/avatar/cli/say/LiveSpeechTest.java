package avatar.cli.say;

import static avatar.cli.fake.FakeSystem.event;
import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import avatar.contract.speech.SpeechState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveSpeechTest {

    private FakeSystem system;

    @BeforeEach
    void start() throws IOException {
        system = new FakeSystem();
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void followsTheSpeechToItsEnd() {
        Cli run = say(
                "Hello", "there.", "--voice", "flite-slt", "--rate", "1.5", "--mode", "enqueue", "--channel", "desk");

        assertThat(run).isEqualTo(new Cli(0, "accepted\nspeaking\ndone\n", ""));
        assertThat(system.requests).contains("POST /api/v1/channels/desk/speech", "GET /api/v1/channels/desk/events");
        assertThat(system.bodies.getFirst())
                .hasToString(
                        "{\"text\":\"Hello "
                                + "there.\",\"voice\":\"flite-slt\",\"rate\":1.5,\"pitch\":1.0,\"ssml\":false,\"mode\":\"enqueue\"}");
    }

    @Test
    void leavesVoiceAndModeToTheSystemWhenNoneIsGiven() {
        say("Hello.");

        assertThat(system.bodies.getFirst())
                .hasToString("{\"text\":\"Hello.\",\"rate\":1.0,\"pitch\":1.0,\"ssml\":false}");
    }

    @Test
    void printsWhyTheSpeechFailed() {
        system.speech = List.of(event(SpeechState.ACCEPTED, null), event(SpeechState.FAILED, "The voice failed"));

        assertThat(say("Hello."))
                .isEqualTo(new Cli(
                        1, "accepted\nfailed: The voice failed\n", "avatar: The speech failed: The voice failed\n"));
    }

    @Test
    void printsEachStateOnceAndNeverAnEarlierOneThoughEventsOfTwoServicesCross() {
        system.speech = FakeSystem.speech(
                SpeechState.SYNTHESIZING,
                SpeechState.ACCEPTED,
                SpeechState.SPEAKING,
                SpeechState.SYNTHESIZING,
                SpeechState.DONE);

        assertThat(say("Hello.")).isEqualTo(new Cli(0, "synthesizing\nspeaking\ndone\n", ""));
    }

    @Test
    void printsThatAnotherVoiceSpeaksEvenWhenItsEventComesLate() {
        String change = "flite-slt speaks in place of en-US-JennyNeural: no network";
        system.speech = List.of(
                event(SpeechState.ACCEPTED, null),
                event(SpeechState.SPEAKING, null),
                event(SpeechState.SYNTHESIZING, null),
                event(SpeechState.SYNTHESIZING, change),
                event(SpeechState.DONE, null));

        assertThat(say("Hello."))
                .isEqualTo(new Cli(0, "accepted\nspeaking\nvoice changed: %s\ndone\n".formatted(change), ""));
        assertThat(say("Hello.", "--json").out())
                .contains("\"state\":\"speaking\",\"detail\":\"%s\"".formatted(change))
                .doesNotContain("\"state\":\"synthesizing\"");
    }

    @Test
    void printsAChangeOfVoiceOnceAndBeforeTheEnd() {
        String change = "flite-slt speaks in place of en-US-JennyNeural: no network";
        system.speech = List.of(event(SpeechState.SYNTHESIZING, change), event(SpeechState.DONE, change));
        assertThat(say("Hello.").out()).isEqualTo("synthesizing\nvoice changed: %s\ndone\n".formatted(change));

        system.breaksOff = true;
        system.speech = List.of(event(SpeechState.DONE, change));
        assertThat(say("Hello.").out()).isEqualTo("voice changed: %s\ndone\n".formatted(change));
    }

    @Test
    void failsWhenNewerSpeechReplacesIt() {
        system.speech = FakeSystem.speech(SpeechState.SPEAKING, SpeechState.REPLACED);

        assertThat(say("Hello."))
                .isEqualTo(new Cli(
                        1,
                        "speaking\nreplaced\n",
                        "avatar: Interrupted: newer speech replaced it; --mode enqueue waits "
                                + "for the end of other speech\n"));
    }

    @Test
    void printsTheDetailOfAProblemInOneLine() {
        system.refusal = Problem.of(ErrorCode.INVALID_TEXT, "Nothing to speak\n in this text");

        assertThat(say("...")).isEqualTo(new Cli(1, "", "avatar: Nothing to speak in this text\n"));
    }

    @Test
    void namesTheCommandThatListsTheVoicesWhereOneIsUnknown() {
        system.refusal =
                Problem.of(ErrorCode.UNKNOWN_VOICE, "Voice 'bob' is unknown; GET /api/v1/voices lists those there are");
        assertThat(say("Hello.", "--voice", "bob"))
                .isEqualTo(new Cli(1, "", "avatar: Voice 'bob' is unknown; './avatar voices' lists those there are\n"));

        system.refusal = Problem.of(ErrorCode.UNKNOWN_VOICE, "Voice 'bob' is unknown");
        assertThat(say("Hello.", "--voice", "bob"))
                .isEqualTo(new Cli(1, "", "avatar: Voice 'bob' is unknown; './avatar voices' lists the voices\n"));
    }

    @Test
    void pollsForTheEndWhereTheEventsBreakOff() {
        system.breaksOff = true;

        assertThat(say("Hello.")).isEqualTo(new Cli(0, "accepted\nspeaking\ndone\n", ""));
        assertThat(system.requests).endsWith("GET /api/v1/utterances/u1");
    }

    @Test
    void printsALineOfJsonForEachState() {
        assertThat(say("Hello.", "--json").out().lines().toList())
                .first()
                .isEqualTo("{\"utteranceId\":\"u1\",\"channel\":\"main\",\"state\":\"accepted\","
                        + "\"detail\":null,\"times\":{\"accepted\":\"1970-01-01T00:00:00Z\"}}");
    }

    @Test
    void saysWhereNoSystemAnswers() {
        system.close();

        assertThat(say("Hello."))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: Found no Live Avatar at %s/; './avatar up' starts one at http://127.0.0.1:1\n"
                                .formatted(system.url())));
    }

    @Test
    void refusesAnAddressWithoutAScheme() {
        Cli run = Cli.run("say", "Hello.", "--url", "localhost:8080");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("avatar: Invalid value for option '--url': invalid address: found "
                        + "'localhost:8080', expected one like");
    }

    @Test
    void refusesAChannelIdThatIsNotOne() {
        Cli run = say("Hello.", "--channel", "My desk");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("avatar: Invalid value for option '--channel': ")
                .hasLineCount(1);
        assertThat(system.bodies).isEmpty();
    }

    @Test
    void refusesOptionsOfAVideo() {
        assertThat(say("Hello.", "--lead-in", "1"))
                .isEqualTo(new Cli(2, "", "avatar: --lead-in is for --save; see 'avatar say --help'\n"));
    }

    private Cli say(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "say";
        all[1] = "--url";
        all[2] = system.url();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return Cli.run(all);
    }
}
