package avatar.launcher.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The commands of the script {@code avatar} that run setup-job. */
class SetupScriptTest extends ScriptRepository {

    @Test
    void makesTheDefaultAvatarWhenSetupHasNoOptions() throws Exception {
        assertThat(avatar("setup").output())
                .endsWith("quarkus-run.jar default --avatars %s/data/avatars\n".formatted(root));
    }

    @Test
    void makesAnAvatarOfTheVideoOfSetup() throws Exception {
        assertThat(avatar("setup", "--video", "a.mp4").output())
                .endsWith(
                        "quarkus-run.jar make --video a.mp4 --avatars %1$s/data/avatars --models %1$s/data/models/sadtalker\n"
                                .formatted(root));
        assertThat(avatar("setup", "make", "--avatars", "x", "--models", "y", "--video", "a.mp4")
                        .output())
                .endsWith("quarkus-run.jar make --avatars x --models y --video a.mp4\n");
        assertThat(avatar("models", "adopt").output())
                .endsWith("quarkus-run.jar models adopt --models %s/data/models/sadtalker\n".formatted(root));
        assertThat(avatar("models", "time", "-n", "3").output())
                .endsWith("quarkus-run.jar models time -n 3 --models %s/data/models/sadtalker\n".formatted(root));
        assertThat(avatar("presenter", "--output", "p.mp4").output())
                .endsWith("quarkus-run.jar presenter --output p.mp4\n");
    }

    @Test
    void explainsSetupWithAndWithoutAVideoWithoutABuild() throws Exception {
        Run run = avatar("setup", "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.output())
                .contains("Without --video: the avatar 'default'", "With --video FILE: an avatar of your own")
                .contains("'avatar setup --video FILE --help' lists all options")
                .doesNotContain("mvn");
        assertThat(run.output().lines()).hasSizeLessThan(25).allMatch(line -> line.length() <= 120);
        assertThat(avatar("setup", "-h")).isEqualTo(run);
    }

    @Test
    void passesTheHelpOfAVideoAndOfTheDefaultAvatarOnToSetupJob() throws Exception {
        assertThat(avatar("setup", "--video", "a.mp4", "--help").output())
                .endsWith("quarkus-run.jar make --video a.mp4 --help\n");
        assertThat(avatar("setup", "default", "--help").output()).endsWith("quarkus-run.jar default --help\n");
        assertThat(avatar("setup", "--force", "--help").output()).endsWith("quarkus-run.jar default --force --help\n");
    }
}
