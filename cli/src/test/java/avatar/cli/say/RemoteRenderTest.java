package avatar.cli.say;

import static org.assertj.core.api.Assertions.assertThat;

import avatar.cli.fake.Cli;
import avatar.cli.fake.FakeSystem;
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
    private Path movie;

    @BeforeEach
    void start() throws IOException {
        system = new FakeSystem();
        movie = folder.resolve("movie.mp4");
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void savesTheMovieThatTheSystemMakes() throws IOException {
        Cli run = save("--avatar", "anna", "--fps", "25", "--width", "640", "--lead-in", "0", "--lead-out", "1.5");

        assertThat(run).isEqualTo(new Cli(0, movie + ": 2.5 s\n", ""));
        assertThat(movie).hasContent("a movie");
        assertThat(system.orders.getFirst())
                .hasToString(
                        "{\"text\":\"Hello.\",\"rate\":1.0,\"pitch\":1.0,\"ssml\":false,\"format\":\"mp4\",\"avatar\":\"anna\",\"fps\":25.0,\"width\":640,\"leadIn\":0.0,\"leadOut\":1.5}");
        assertThat(system.asked).endsWith("GET /api/v1/renders/r1.mp4", "DELETE /api/v1/renders/r1");
    }

    @Test
    void tellsAScriptWhereItIs() {
        assertThat(save("--json").out()).isEqualTo("{\"file\":\"%s\",\"duration\":2.5}\n".formatted(movie));
    }

    @Test
    void leavesTheFileAsItWasWhereTheMovieFails() throws IOException {
        Files.writeString(movie, "an older one");
        system.renderStates = List.of(FakeSystem.render("failed", 10, "There is no avatar 'anna'"));

        assertThat(save()).isEqualTo(new Cli(1, "", "avatar: The movie was not made: There is no avatar 'anna'\n"));
        assertThat(movie).hasContent("an older one");
        assertThat(folder).isDirectoryContaining("glob:**movie.mp4").isDirectoryNotContaining("glob:**.*-movie.mp4");
    }

    @Test
    void refusesBeforeTheWorkWhereTheFileCanNotBe() {
        movie = folder.resolve("absent/movie.mp4");

        assertThat(save())
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: %s can't be written: there is no folder %s\n".formatted(movie, movie.getParent())));
        assertThat(system.orders).isEmpty();
    }

    @Test
    void refusesWhatIsNoMovieOfTheSystem() {
        movie = folder.resolve("movie.avi");
        assertThat(save().err())
                .isEqualTo("avatar: 'movie.avi' must end in .mp4, .webm or .wav; 'avatar say --help' says more\n");

        movie = folder.resolve("sound.wav");
        assertThat(save().err())
                .startsWith("avatar: --url is for a movie of an avatar that the system has; a sound is made");
        assertThat(save("--width", "640").err()).startsWith("avatar: --width is for a movie, not for a sound");
        assertThat(save("--mode", "replace").err())
                .startsWith("avatar: --channel and --mode are for speech that is heard");
    }

    @Test
    void rendersOnTheSystemThatIsNamed() {
        Cli run = Cli.run("render", "Hello.", "--output", movie.toString(), "--url", system.url());

        assertThat(run).isEqualTo(new Cli(0, movie + ": 2.5 s\n", ""));
    }

    private Cli save(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("say", "Hello.", "--save", movie.toString(), "--url", system.url()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }
}
