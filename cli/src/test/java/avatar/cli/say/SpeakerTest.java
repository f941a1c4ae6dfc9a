package avatar.cli.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import avatar.cli.fake.Cli;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class SpeakerTest {

    @Test
    void saysWhatToDoWithoutSystemAndSpeaker() {
        assumeTrue(AudioSystem.getMixerInfo().length == 0, "this machine has a speaker");

        assertThat(Cli.run("say", "Hello."))
                .isEqualTo(new Cli(
                        1,
                        "",
                        "avatar: Found no running system and no speaker; './avatar up' "
                                + "starts a system, --save FILE writes a file\n"));
    }
}
