package avatar.cli.say;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
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
    void followsTheSpeechUntilItIsSaid() {
        Cli run = say(
                "Hello", "there.", "--voice", "flite-slt", "--rate", "1.5", "--mode", "enqueue", "--channel", "desk");

        assertThat(run).isEqualTo(new Cli(0, "accepted\nspeaking\ndone\n", ""));
        assertThat(system.asked).contains("POST /api/v1/channels/desk/speech", "GET /api/v1/channels/desk/events");
        assertThat(system.orders.getFirst())
                .hasToString(
                        "{\"text\":\"Hello there.\",\"voice\":\"flite-slt\",\"rate\":1.5,\"pitch\":1.0,\"ssml\":false,\"mode\":\"enqueue\"}");
    }

    @Test
    void leavesVoiceAndModeToTheSystemWhenNobodyNamesThem() {
        say("Hello.");

        assertThat(system.orders.getFirst())
                .hasToString("{\"text\":\"Hello.\",\"rate\":1.0,\"pitch\":1.0,\"ssml\":false}");
    }

    @Test
    void tellsWhyItCouldNotBeSaid() {
        system.states = List.of(SpeechState.ACCEPTED, SpeechState.FAILED);
        system.detail = "The voice failed";

        assertThat(say("Hello."))
                .isEqualTo(new Cli(
                        1,
                        "accepted: The voice failed\nfailed: The voice failed\n",
                        "avatar: It could not be said: The voice failed\n"));
    }

    @Test
    void newerSpeechIsAFailureOfThis() {
        system.states = List.of(SpeechState.SPEAKING, SpeechState.REPLACED);

        assertThat(say("Hello."))
                .isEqualTo(new Cli(
                        1, "speaking\nreplaced\n", "avatar: Not said to its end: newer speech took its place\n"));
    }

    @Test
    void tellsTheDetailOfAProblemInOneLine() {
        system.refuses = true;

        assertThat(say("Hello.", "--voice", "bob")).isEqualTo(new Cli(1, "", "avatar: Voice 'bob' is unknown\n"));
    }

    @Test
    void asksHowItEndedWhereTheEventsBreakOff() {
        system.breaksOff = true;

        assertThat(say("Hello.")).isEqualTo(new Cli(0, "accepted\nspeaking\ndone\n", ""));
        assertThat(system.asked).endsWith("GET /api/v1/utterances/u1");
    }

    @Test
    void printsALineOfJsonForEachState() {
        assertThat(say("Hello.", "--json").out().lines().toList())
                .first()
                .isEqualTo("{\"utteranceId\":\"u1\",\"state\":\"accepted\",\"detail\":null}");
    }

    @Test
    void saysWhereNoSystemAnswers() {
        system.close();

        assertThat(say("Hello."))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: No Live Avatar answers at %s/; './avatar up' starts one\n".formatted(system.url())));
    }

    @Test
    void refusesAnAddressWithoutAScheme() {
        Cli run = Cli.run("say", "Hello.", "--url", "localhost:8080");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "avatar: Invalid value for option '--url': 'localhost:8080' is no address; expected one like");
    }

    @Test
    void refusesOptionsOfAMovie() {
        assertThat(say("Hello.", "--lead-in", "1"))
                .isEqualTo(new Cli(2, "", "avatar: --lead-in is for --save; 'avatar say --help' says more\n"));
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
