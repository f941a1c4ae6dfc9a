package avatar.cli.say;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
import avatar.contract.problem.ErrorCode;
import avatar.contract.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteRenderTest {

    @TempDir
    Path folder;

    private FakeSystem system;
    private Path video;

    @BeforeEach
    void start() throws IOException {
        system = new FakeSystem();
        video = folder.resolve("video.mp4");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void savesTheVideoThatTheSystemRenders() throws IOException {
        Cli run = save("--avatar", "anna", "--fps", "25", "--width", "640", "--lead-in", "0", "--lead-out", "1.5");

        assertThat(run).isEqualTo(new Cli(0, video + ": 2.5 s\n", ""));
        assertThat(video).hasContent("a video");
        assertThat(system.bodies.getFirst())
                .hasToString(
                        "{\"text\":\"Hello.\",\"rate\":1.0,\"pitch\":1.0,\"ssml\":false,"
                                + "\"format\":\"mp4\",\"avatar\":\"anna\",\"fps\":25.0,\"width\":640,\"leadIn\":0.0,\"leadOut\":1.5}");
        assertThat(system.requests).endsWith("GET /api/v1/renders/r1.mp4", "DELETE /api/v1/renders/r1");
    }

    @Test
    void printsFileAndDurationAsJson() {
        assertThat(save("--json").out()).isEqualTo("{\"file\":\"%s\",\"duration\":2.5}\n".formatted(video));
    }

    @Test
    void leavesTheFileUnchangedWhenTheRenderFails() throws IOException {
        Files.writeString(video, "an older one");
        system.renderStates = List.of(FakeSystem.render("failed", 10, "There is no avatar 'anna'"));

        assertThat(save()).isEqualTo(new Cli(1, "", "avatar: The render failed: There is no avatar 'anna'\n"));
        assertThat(video).hasContent("an older one");
        assertThat(folder).isDirectoryContaining("glob:**video.mp4").isDirectoryNotContaining("glob:**.*-video.mp4");
    }

    @Test
    void refusesAFolderThatIsAbsentBeforeTheWork() {
        video = folder.resolve("absent/video.mp4");

        assertThat(save())
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: %s can't be written: found no folder %s; create it first\n"
                                .formatted(video, video.getParent())));
        assertThat(system.bodies).isEmpty();
    }

    @Test
    void refusesWhatTheSystemDoesNotRender() {
        video = folder.resolve("video.avi");
        assertThat(save().err())
                .isEqualTo("avatar: Invalid file 'video.avi': expected a name that ends in .mp4, .webm "
                        + "or .wav; see 'avatar say --help'\n");

        video = folder.resolve("sound.wav");
        assertThat(save().err())
                .startsWith(
                        "avatar: --url is for a video of an avatar of that system; a sound is made in this process");
        assertThat(save("--width", "640").err()).startsWith("avatar: --width is for a video, not for a sound");
        assertThat(save("--mode", "replace").err())
                .startsWith("avatar: --channel and --mode are for speech on a running system");
    }

    @Test
    void rendersOnTheSystemOfTheUrl() {
        Cli run = Cli.run("render", "Hello.", "--output", video.toString(), "--url", system.url());

        assertThat(run).isEqualTo(new Cli(0, video + ": 2.5 s\n", ""));
    }

    @Test
    void namesTheCommandThatListsTheVoicesWhereOneIsUnknown() {
        String found = "Voice 'bob' is unknown; GET /api/v1/voices lists those there are";
        Cli expected = new Cli(1, "", "avatar: Voice 'bob' is unknown; './avatar voices' lists those there are\n");
        system.refusal = Problem.of(ErrorCode.UNKNOWN_VOICE, found);
        assertThat(save("--voice", "bob")).isEqualTo(expected);
        assertThat(Cli.run("render", "Hello.", "--voice", "bob", "--output", video.toString(), "--url", system.url()))
                .isEqualTo(expected);

        system.refusal = null;
        system.renderStates = List.of(FakeSystem.render("failed", 0, found));
        assertThat(save("--voice", "bob").err())
                .isEqualTo(
                        "avatar: The render failed: Voice 'bob' is unknown; './avatar voices' lists those there are\n");
    }

    private Cli save(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("say", "Hello.", "--save", video.toString(), "--url", system.url()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
